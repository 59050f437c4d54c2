package org.sipsleuth.report.investigation;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.report.document.Places;

/// Where messages are, in the language of a report. Files are named without their folders; the
/// evidence of a case is named as the case names it.
record EvidenceText(Places places, ReportText text) {

    static EvidenceText of(InvestigationReport report, ReportText text) {
        return new EvidenceText(CaseFacts.places(report.facts().ofCase(), report.investigation().index()), text);
    }

    /// The name of a file of the index.
    String file(int number) {
        return places.names().get(number);
    }

    /// The names of the first files, and how many more there are.
    String files(int most) {
        return first(places.names(), most, ", ");
    }

    /// The first of some texts, and how many more there are.
    String first(List<String> all, int most, String separator) {
        String shown = all.stream().limit(most).collect(Collectors.joining(separator));
        int more = all.size() - most;
        return more > 0 ? text.text("more", shown, more) : shown;
    }

    /// The frames that are cited, a line for each file: `call.pcap: 1–4, 7`.
    ///
    /// @param most so many ranges of each file
    List<String> frames(Evidence evidence, int most) {
        return places.frames(evidence, most).stream().map(text::in).toList();
    }

    /// The frames of a capture that gave no message.
    static long unread(CaptureSummary file) {
        return file.unread().stream().mapToLong(unread -> unread.frames()).sum();
    }
}
