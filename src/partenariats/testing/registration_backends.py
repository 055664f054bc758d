"""What every back-end must do: derive a class of tests from `RegistrationBackendConformance`."""

from __future__ import annotations

from partenariats.testing.backends.conditions import ConditionTests
from partenariats.testing.backends.isolation import IsolationTests
from partenariats.testing.backends.keeping import KeepingTests
from partenariats.testing.backends.opening import OpeningTests
from partenariats.testing.backends.orders import OrderTests
from partenariats.testing.backends.random_run import RandomRunTests
from partenariats.testing.backends.redactions import RedactionTests


class RegistrationBackendConformance(
    ConditionTests,
    OrderTests,
    KeepingTests,
    OpeningTests,
    IsolationTests,
    RedactionTests,
    RandomRunTests,
):
    """Hold the tests that every registration back-end passes.

    Name its class in `backend`. Override `make_backend` where the event, a folder and options as
    they are do not say which store it is.
    """
