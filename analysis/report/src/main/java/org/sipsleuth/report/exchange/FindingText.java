package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.CitedFrames;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.VisibleText;

/// Findings as text for people: a line each, or with all details.
final class FindingText {

    private static final int FRAMES_SHOWN = 10;

    private final SipIndex index;
    private final SettingText text;
    private final boolean isUnicode;

    FindingText(SipIndex index, SettingText text, boolean isUnicode) {
        this.index = index;
        this.text = text;
        this.isUnicode = isUnicode;
    }

    /// Writes a finding in short: severity, title, dialogs.
    void line(Finding finding) throws IOException {
        int dialogs = finding.evidence().dialogs(index).length;
        text.hanging("  %-9s".formatted(finding.severity().word().toUpperCase(Locale.ROOT)),
                shown(finding.statement().title().text()) + " (%s)".formatted(HumanText.count(dialogs, "dialog")));
    }

    /// Writes a finding with all that it rests on.
    void details(Finding finding) throws IOException {
        int dialogs = finding.evidence().dialogs(index).length;
        text.line("");
        text.wrapped("",
                "%s  %s  (%s)%s".formatted(finding.severity().word().toUpperCase(Locale.ROOT),
                        shown(finding.statement().title().text()), HumanText.count(dialogs, "dialog"),
                        finding.grounds().isGrounded() ? "" : "  [small sample]"));
        text.wrapped("  ", shown(finding.statement().explanation().text()));
        text.wrapped("  ", "Sample: " + shown(finding.grounds().sample().text()) + ".");
        for (String line : evidence(finding.evidence())) {
            text.wrapped("  ", shown("Evidence: " + line));
        }
        text.line("  " + finding.id());
    }

    /// The first frames of each file that are cited: `call.pcap: frames 1, 2 and 3 more`.
    private List<String> evidence(Evidence evidence) {
        List<CaptureSummary> files = index.files();
        return evidence.framesByFile(index, FRAMES_SHOWN)
                .entrySet()
                .stream()
                .map(file -> "%s: %s%s".formatted(files.get(file.getKey()).name(),
                        unit(files.get(file.getKey()), file.getValue().count()), frames(file.getValue())))
                .toList();
    }

    private static String unit(CaptureSummary file, int count) {
        return file.log().isPresent() ? "" : count == 1 ? "frame " : "frames ";
    }

    private String frames(CitedFrames frames) {
        String first = frames.first()
                .stream()
                .map(frame -> index.frameText(frame.file(), frame.frame()))
                .collect(Collectors.joining(", "));
        int more = frames.count() - frames.first().size();
        return more > 0 ? first + " and " + HumanText.count(more) + " more" : first;
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, isUnicode);
    }
}
