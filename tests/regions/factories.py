import factory
from factory.django import DjangoModelFactory

from regions.enums import TimeZone
from regions.models import Province, Regency


class ProvinceFactory(DjangoModelFactory):
    class Meta:
        model = Province
        django_get_or_create = ("code",)

    code = "32"
    name = "Jawa Barat"
    time_zone = TimeZone.WIB


class RegencyFactory(DjangoModelFactory):
    class Meta:
        model = Regency
        django_get_or_create = ("code",)

    code = "3271"
    name = "Kota Bogor"
    province = factory.SubFactory(ProvinceFactory)
