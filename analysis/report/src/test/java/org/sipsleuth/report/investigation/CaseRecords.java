package org.sipsleuth.report.investigation;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.report.document.CaseScope;

/// What analysts recorded, for tests.
final class CaseRecords {

    private CaseRecords() {}

    static Verdict verdict(Subject about, Judgement judgement, String note, String analyst) {
        return new Verdict(analyst + about.key(), 1, about, Optional.of(judgement), note, Optional.empty(),
                Optional.empty(), "2026-01-31T12:00:00Z", analyst);
    }

    static CaseRecord of(Verdict... verdicts) {
        return new CaseRecord(List.of(verdicts), List.of(), "cafe", CaseScope.WHOLE);
    }
}
