"""Edits Word documents in LibreOffice as a client would, and saves them as .docx.

    python3 edit-in-office.py SOFFICE PROFILE JOBS.json

JOBS.json is a list of {"from": path, "to": path, "accept": [...], "reject": [...], "replace": [[old, new], ...],
"trackedReplace": [[old, new], ...]}. Tracked changes are named by their text; "all" stands for all of them.
For each job a line of JSON is printed: the texts of the changes that are still open.
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def ranges_of_changes(document):
    found = []
    listed = document.Redlines.createEnumeration()
    while listed.hasMoreElements():
        change = listed.nextElement()
        start = change.RedlineStart
        cursor = start.Text.createTextCursorByRange(start)
        cursor.gotoRange(change.RedlineEnd, True)
        found.append(cursor)
    return found


def settle(document, dispatcher, which, command):
    """Each change by itself, from the last to the first, so that those still to come keep their places."""
    frame = document.CurrentController.Frame
    if which == "all":
        dispatcher.executeDispatch(frame, f".uno:{command}AllTrackedChanges", "", 0, ())
        return
    for text in which:
        for cursor in reversed(ranges_of_changes(document)):
            if cursor.String == text:
                document.CurrentController.select(cursor)
                dispatcher.executeDispatch(frame, f".uno:{command}TrackedChange", "", 0, ())


def replace(document, pairs, tracked):
    document.RecordChanges = tracked
    for old, new in pairs:
        wanted = document.createReplaceDescriptor()
        wanted.SearchString, wanted.ReplaceString = old, new
        wanted.SearchCaseSensitive = True
        document.replaceAll(wanted)


def carry_out(desktop, dispatcher, job):
    hidden = (setting("Hidden", True),)
    document = desktop.loadComponentFromURL(f"file://{job['from']}", "_blank", 0, hidden)
    settle(document, dispatcher, job.get("accept", []), "Accept")
    settle(document, dispatcher, job.get("reject", []), "Reject")
    left = [cursor.String for cursor in ranges_of_changes(document)]
    replace(document, job.get("replace", []), False)
    replace(document, job.get("trackedReplace", []), True)
    document.storeToURL(f"file://{job['to']}", (setting("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    print(json.dumps(left), flush=True)


def main():
    soffice, profile, jobs = sys.argv[1:]
    pipe = f"proofdesk{os.getpid()}"
    options = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    office = subprocess.Popen([soffice, f"-env:UserInstallation=file://{profile}", *options])
    try:
        context = connect(pipe)
        create = context.ServiceManager.createInstanceWithContext
        desktop = create("com.sun.star.frame.Desktop", context)
        dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        with open(jobs, encoding="utf-8") as file:
            for job in json.load(file):
                carry_out(desktop, dispatcher, job)
        try:
            desktop.terminate()
        except Exception:
            # It ends before it has answered.
            pass
        office.wait(60)
    finally:
        office.kill()


main()
