package org.sipsleuth.app.command.investigate;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.output.SettingText;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// An investigation as text for people.
public final class InvestigationText {

    private static final int FRAMES_SHOWN = 10;

    private final Terminal terminal;
    private final Writer out;
    private final SettingText text;

    public InvestigationText(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.textWriter();
        this.text = new SettingText(out, terminal.columns());
    }

    /// Writes all of it.
    public void write(Investigation investigation) throws IOException {
        for (Origin origin : investigation.origins()) {
            ModelIdentity model = origin.model();
            text.line(
                    String.format(
                            Locale.ROOT,
                            "%s: model %s, trained on %s (%,d dialogs, seed %d)",
                            origin.detector(),
                            shown(model.name()),
                            shown(model.trainingSet()),
                            model.trainedDialogs(),
                            model.seed()));
            text.line("  sha256 " + model.sha256());
        }
        text.line("");
        int count = investigation.findings().size();
        text.line(count == 0 ? "No findings." : HumanText.count(count, "finding"));
        for (Finding finding : investigation.findings()) {
            write(investigation, finding);
        }
        out.flush();
    }

    private void write(Investigation investigation, Finding finding) throws IOException {
        int dialogs = finding.evidence().dialogs(investigation.index()).length;
        text.line("");
        text.wrapped(
                "",
                "%s  %s  (%s)%s"
                        .formatted(
                                finding.severity().word().toUpperCase(Locale.ROOT),
                                shown(finding.statement().title()),
                                HumanText.count(dialogs, "dialog"),
                                finding.grounds().isGrounded() ? "" : "  [small sample]"));
        text.wrapped("  ", shown(finding.statement().explanation()));
        text.wrapped("  ", "Sample: " + shown(finding.grounds().sample()) + ".");
        for (String line : evidence(investigation, finding)) {
            text.wrapped("  ", shown(line));
        }
        text.line("  " + finding.id());
    }

    /// The first frames of each file that it cites.
    private static List<String> evidence(Investigation investigation, Finding finding) {
        List<CaptureSummary> files = investigation.index().files();
        Map<Integer, List<FrameNumber>> byFile =
                finding.evidence().frames(investigation.index()).stream()
                        .collect(Collectors.groupingBy(FrameNumber::file, TreeMap::new, toList()));
        return byFile.entrySet().stream()
                .map(
                        its ->
                                "Evidence: %s: %s %s"
                                        .formatted(
                                                files.get(its.getKey()).name(),
                                                its.getValue().size() == 1 ? "frame" : "frames",
                                                frames(its.getValue())))
                .toList();
    }

    private static String frames(List<FrameNumber> frames) {
        String first =
                frames.stream()
                        .limit(FRAMES_SHOWN)
                        .map(frame -> Integer.toString(frame.frame()))
                        .collect(Collectors.joining(", "));
        int more = frames.size() - FRAMES_SHOWN;
        return more > 0 ? first + " and " + HumanText.count(more) + " more" : first;
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, terminal.isUnicode());
    }
}
