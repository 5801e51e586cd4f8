"""What the organisation declares and no export tells: agreed platforms, partner departments, stakeholders.

Each is a short list that is saved as a whole, in one transaction, by its differences with what was stored.
"""

from data.declared.agreed import agreed_platforms, save_agreed_platforms
from data.declared.lists import MOST
from data.declared.partners import Partner, partners, save_partners
from data.declared.stakeholders import Stakeholder, save_stakeholders, stakeholders

__all__ = [
    "MOST",
    "Partner",
    "Stakeholder",
    "agreed_platforms",
    "partners",
    "save_agreed_platforms",
    "save_partners",
    "save_stakeholders",
    "stakeholders",
]
