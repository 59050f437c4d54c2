package org.sipsleuth.app.command.investigate;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.sipsleuth.app.command.output.SettingText;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// An investigation as text for people.
public final class InvestigationText {

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
        text.line(count == 0 ? "Nothing found." : HumanText.count(count, "finding"));
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
                                finding.grounds().isGrounded() ? "" : "  [not grounded]"));
        text.wrapped("  ", shown(finding.statement().explanation()));
        text.wrapped("  ", "Sample: " + shown(finding.grounds().sample()) + ".");
        text.line("  " + finding.id());
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, terminal.isUnicode());
    }
}
