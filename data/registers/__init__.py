"""What the organisation keeps a list of: its departments, accounts and websites, and what files call them."""

from data.registers.account_register import accounts, add_account, delete_account, update_account
from data.registers.account_rules import STATUSES
from data.registers.assignments import remember, remembered
from data.registers.department_register import add_department, departments, merge_departments, rename_department
from data.registers.register_file import BadRow, RegisterReport, register_from_csv
from data.registers.site_register import add_site, clean_host, is_host, sites

__all__ = [
    "STATUSES",
    "BadRow",
    "RegisterReport",
    "accounts",
    "add_account",
    "add_department",
    "add_site",
    "clean_host",
    "delete_account",
    "departments",
    "is_host",
    "merge_departments",
    "register_from_csv",
    "remember",
    "remembered",
    "rename_department",
    "sites",
    "update_account",
]
