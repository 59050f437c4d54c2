package org.sipsleuth.app.command.casefile;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.casefile.CaseAddition;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CaseMerge;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.DisputedRow;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.CaseTime;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// A case, its verification, or a merge, as text for people.
public final class CaseText {

    private final Terminal terminal;
    private final Writer writer;
    private final Instant now = Clock.systemUTC().instant();

    public CaseText(Terminal terminal) {
        this.terminal = terminal;
        writer = terminal.textWriter();
    }

    private void line(String text) throws IOException {
        writer.write(VisibleText.of(text, terminal.isUnicode()) + "\n");
    }

    /// Writes what a case contains.
    public void write(CaseFile opened) throws IOException {
        Map<String, String> properties = opened.properties();
        Verdicts verdicts = opened.verdicts();
        line("Case        %s".formatted(properties.getOrDefault("name", "")));
        String number = properties.getOrDefault("number", "");
        if (!number.isEmpty()) {
            line("Number      %s".formatted(number));
        }
        line("Created     %s".formatted(properties.getOrDefault("created", "")));
        line("Last hash   %s".formatted(opened.lastHash()));
        line("Evidence    %s".formatted(HumanText.count(opened.evidence().size(), "capture")));
        for (Evidence each : opened.evidence()) {
            evidence("  ", each);
        }
        if (!opened.attachments().isEmpty()) {
            line("Attachments");
        }
        for (Attachment each : opened.attachments()) {
            attachment("  ", each);
        }
        line("Verdicts    %d".formatted(verdicts.standing().size()));
        for (Verdict each : verdicts.standing()) {
            verdict("  ", each);
        }
        conflicts(verdicts.conflicts());
        for (Map.Entry<String, DialogNotes> each : opened.notes().entrySet()) {
            line("Notes       %s on %s".formatted(each.getKey(),
                    HumanText.count(each.getValue().byCallId().size(), "dialog")));
        }
        line("Bookmarks   %d".formatted(opened.bookmarks().size()));
        named("Filters", opened.filters());
        named("Aliases", opened.aliases());
        writer.flush();
    }

    private void named(String title, Map<String, String> all) throws IOException {
        line("%-11s %d".formatted(title, all.size()));
        for (Map.Entry<String, String> each : all.entrySet()) {
            line("  %s: %s".formatted(each.getKey(), each.getValue()));
        }
    }

    private void verdict(String indent, Verdict each) throws IOException {
        String scope = each.scopeText().isEmpty() ? "" : " " + each.scopeText();
        line("%s%s: %s %s%s (%s, %s%s)%s".formatted(indent, each.text(), each.subject().kind().word(),
                each.subject().title(), scope, each.who(), each.at(),
                CaseTime.isFuture(each.at(), now) ? ", time in the future" : "",
                each.note().isEmpty() ? "" : ": " + each.note()));
    }

    private void conflicts(List<Verdicts.Conflict> conflicts) throws IOException {
        if (!conflicts.isEmpty()) {
            line("Conflicting verdicts");
        }
        for (Verdicts.Conflict conflict : conflicts) {
            line("  %s".formatted(conflict.verdicts().getFirst().subject().title()));
            for (Verdict each : conflict.verdicts()) {
                verdict("    ", each);
            }
        }
    }

    /// Writes what was found.
    ///
    /// @param file as the user named it
    public void write(String file, CaseVerification verification) throws IOException {
        for (CaseFault fault : verification.faults()) {
            line("%s%s".formatted(fault.place().isEmpty() ? "" : fault.place() + ": ", fault.text()));
        }
        line("%s: %s; log entries: %d, last hash %s".formatted(file,
                verification.isIntact() ? "intact" : HumanText.count(verification.faults().size(), "fault"),
                verification.entries(), verification.lastHash()));
        writer.flush();
    }

    /// Writes what came with another case.
    public void write(CaseMerge.Result result) throws IOException {
        if (result.isWithoutNews()) {
            line("nothing was added: the case has every row of the other one");
        }
        for (CaseTable table : CaseTable.values()) {
            if (result.added(table) > 0) {
                line("%s: %d added".formatted(table.sqlName(), result.added(table)));
            }
        }
        for (String each : result.notTaken()) {
            line("not taken, since the case has another: %s".formatted(each));
        }
        conflicts(result.conflicts());
        disputed(result);
        writer.flush();
    }

    private void disputed(CaseMerge.Result result) throws IOException {
        if (!result.disputed().isEmpty()) {
            line("Conflicts: %s not taken".formatted(HumanText.count(result.disputed().size(), "row")));
        }
        for (DisputedRow each : result.disputed()) {
            line("  %s %s: %s (%s, %s): %s".formatted(each.table().sqlName(), each.about(), each.content(), each.who(),
                    each.at().isEmpty() ? "no time" : each.at(), each.text()));
        }
        for (String who : result.acceptable()) {
            line("if \"%s\" wrote these rows elsewhere, merge again with --accept-analyst \"%s\"".formatted(who, who));
        }
    }

    /// Writes what was added.
    public void write(CaseAddition.Added added) throws IOException {
        for (Evidence each : added.evidence()) {
            evidence("", each);
        }
        for (Attachment each : added.attachments()) {
            attachment("", each);
        }
        writer.flush();
    }

    private void evidence(String indent, Evidence each) throws IOException {
        line("%s%s  %,d bytes  %s".formatted(indent, each.sha256(), each.bytes(), each.path()));
    }

    private void attachment(String indent, Attachment each) throws IOException {
        line("%s%s  %s  %s".formatted(indent, each.sha256(), each.kind(), each.name()));
    }

    /// Writes one line.
    public void write(String text) throws IOException {
        line(text);
        writer.flush();
    }

    /// What to say about captures that did not go with a case.
    public static List<String> missing(CasePackage.Packed packed) {
        return packed.missing().stream().map(each -> each.path() + ": not found, or changed; not packed").toList();
    }
}
