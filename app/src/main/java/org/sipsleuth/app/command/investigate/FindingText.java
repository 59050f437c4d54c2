package org.sipsleuth.app.command.investigate;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.output.SettingText;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.report.output.HumanText;
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
        Map<Integer, List<FrameNumber>> byFile = evidence.frames(index)
                .stream()
                .collect(Collectors.groupingBy(FrameNumber::file, TreeMap::new, toList()));
        return byFile.entrySet()
                .stream()
                .map(its -> "%s: %s %s".formatted(files.get(its.getKey()).name(),
                        its.getValue().size() == 1 ? "frame" : "frames", frames(its.getValue())))
                .toList();
    }

    private static String frames(List<FrameNumber> frames) {
        String first = frames.stream()
                .limit(FRAMES_SHOWN)
                .map(frame -> Integer.toString(frame.frame()))
                .collect(Collectors.joining(", "));
        int more = frames.size() - FRAMES_SHOWN;
        return more > 0 ? first + " and " + HumanText.count(more) + " more" : first;
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, isUnicode);
    }
}
