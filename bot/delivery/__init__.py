"""Carries outbox rows to Teams: each once, in order, whatever fails. Knows no sentence, no SDK and no database."""

from bot.delivery.settings import DeliverySettings
from bot.delivery.worker import OutboxWorker

__all__ = ["DeliverySettings", "OutboxWorker"]
