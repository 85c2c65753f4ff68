from safety.models.concern import Concern, ConcernStep
from safety.models.home import HomeJudgement
from safety.models.referral import MedicalReferral, MedicalResult


__all__ = ["Concern", "ConcernStep", "HomeJudgement", "MedicalReferral", "MedicalResult"]
