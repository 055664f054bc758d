"""What every exporter must do, and what every format that goes both ways must."""

from partenariats.testing.exporters.conformance import ExporterConformance
from partenariats.testing.exporters.round_trip import RoundTripConformance

__all__ = ["ExporterConformance", "RoundTripConformance"]
