"""Many reports at once: what is to be made, by whom, and what was made from what.

    project (templates, register) ─┐
    plan (which units)  → tasks → crew (this process, processes, a cluster) → run → documents
                                                                                    manifest.json

`project` is read once and frozen, so that all reports of a batch are made from the same files.
A crew turns tasks into documents as bytes and never writes; `run` writes them, one by one, and
remembers in the manifest what each was made from. So whatever ends a batch, what was written is
whole and the next run goes on from there.
"""
