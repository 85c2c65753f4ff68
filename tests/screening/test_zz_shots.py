import os
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]="1"
import pytest
from playwright.sync_api import sync_playwright
from django.conf import settings

from tests import people
from tests.screening.factories import *
from tests.screening.engine.sheets import *
from tests.clients.factories import *
from screening.services import *
from screening.services import Answer
OUT="/tmp/scr/shots"
os.makedirs(OUT, exist_ok=True)

@pytest.mark.django_db(transaction=True)
def test_shots(live_server):
    from clients.models import ConsentText
    import datetime
    ConsentText.objects.get_or_create(version="2026.1", defaults={"body":"x","published_on":datetime.date(2026,1,1)})
    ani=people.ani()
    case=consenting_case()
    fresh=ScreeningFactory()
    ans=dict(sheet(q8="past_3_months",amphetamine=HIGH,cannabis=MODERATE,tobacco="daily daily daily - never never"))
    partial=ScreeningFactory(safe=True, answers=ans, saved_at=AT)
    full=ScreeningFactory(answered=True, answers=ans, facts={**CALM,"injecting_days_per_month":9}, saved_at=AT)
    flagged=ScreeningFactory(red_flags={**NO_DANGER,"overdose":True,"suicide_intent":True})
    done=finished(); 
    from screening.models import Screening
    done2=ScreeningFactory(answered=True, answers=ans, facts={**CALM,"injecting_days_per_month":9,"family_support":"weak"}); finish_screening(screening=done2,actor=ani,at=AT)
    dec=finished(); decide(screening=dec,answer=Answer("institution","child_care","Klien meminta dekat dengan anaknya yang masih kecil."),actor=ani,at=AT)
    ref=ScreeningFactory(red_flags={**NO_DANGER,"overdose":True}); refer_to_medical(screening=ref,actor=ani,at=AT,note="RSUD")
    from django.test import Client as B; c=B(); c.force_login(ani)
    sid=c.cookies["sessionid"].value
    pages={
     "list":"/skrining/","start":f"/skrining/kasus/{case.pk}/mulai/","danger":f"/skrining/{fresh.pk}/bagian/tanda-bahaya/",
     "tasks":f"/skrining/{partial.pk}/","q1":f"/skrining/{partial.pk}/bagian/q1/","q2":f"/skrining/{partial.pk}/bagian/q2/",
     "keadaan":f"/skrining/{partial.pk}/bagian/keadaan/","review":f"/skrining/{full.pk}/periksa/","refer":f"/skrining/{flagged.pk}/rujuk/",
     "result":f"/skrining/{done2.pk}/hasil/","decide":f"/skrining/kasus/{done2.case_id}/keputusan/","decided":f"/skrining/{dec.pk}/hasil/",
     "referred":f"/skrining/{ref.pk}/hasil/","client":f"/skrining/klien/{dec.case.client_id}/","client2":f"/skrining/klien/{partial.case.client_id}/",
    }
    only=os.environ.get("ONLY","").split(",") if os.environ.get("ONLY") else None
    from axe_playwright_python.sync_playwright import Axe
    with sync_playwright() as p:
        b=p.chromium.launch(executable_path="/usr/bin/chromium",args=["--no-sandbox","--disable-gpu","--disable-background-networking"])
        for w in (360,1280):
            ctx=b.new_context(viewport={"width":w,"height":780},locale="id-ID")
            ctx.add_cookies([{"name":"sessionid","value":sid,"url":live_server.url}])
            page=ctx.new_page()
            msgs=[]
            page.on("console",lambda m:msgs.append(m.text)); page.on("pageerror",lambda e:msgs.append(str(e)))
            for n,u in pages.items():
                if only and n not in only: continue
                page.goto(live_server.url+u)
                page.screenshot(path=f"{OUT}/{n}-{w}.png",full_page=True)
                over=page.evaluate("document.documentElement.scrollWidth - innerWidth")
                r=Axe().run(page)
                if over>0 or msgs or r.violations_count: print("!!",n,w,"overflow",over,msgs,[ (v["id"],[x["html"][:120] for x in v["nodes"]][:3]) for v in r.response["violations"]])
                msgs.clear()
            if not only or "err" in only:
                page.goto(live_server.url+f"/skrining/{partial.pk}/bagian/q1/"); page.goto(live_server.url+f"/skrining/{fresh.pk}/bagian/tanda-bahaya/")
                page.get_by_role("button",name="Simpan dan lanjutkan").click()
                page.screenshot(path=f"{OUT}/err-{w}.png")
                print("err url",page.url, msgs); msgs.clear()
            if not only or "auto" in only:
                page.goto(live_server.url+f"/skrining/{partial.pk}/bagian/q2/")
                page.get_by_label("Kira-kira tiap bulan").first.check()
                page.wait_for_timeout(3000)
                print("save state:",page.locator("[data-save-state]").inner_text(), "rev", page.locator("[name=revision]").input_value())
                page.get_by_label("Tiap hari atau").first.check()
                page.get_by_role("button",name="Simpan dan lanjutkan").click()
                print("after:",page.url, page.title())
        b.close()
