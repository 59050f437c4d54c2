package org.sipsleuth.app.command.live;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.listing.DialogRecords;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.Difference;
import org.sipsleuth.incident.change.IncidentChanges.Added;
import org.sipsleuth.incident.change.IncidentChanges.Change;
import org.sipsleuth.incident.change.IncidentChanges.Changed;
import org.sipsleuth.incident.change.IncidentChanges.Closed;
import org.sipsleuth.incident.change.IncidentChanges.Reason;
import org.sipsleuth.incident.change.KnownIncident;
import org.sipsleuth.report.exchange.IncidentJson;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.report.rows.ContainedRows;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.report.rows.RowWriter;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Severity;

/// Writes dialogs and incidents one by one: lines for people, events for programs, or the records
/// that `dialogs` has, which leave incidents out.
abstract sealed class LiveRows {

    /// Rows in a format on standard output.
    ///
    /// @param faults takes those of single cells and rows
    static LiveRows open(Format format, Terminal terminal, boolean isRawCsv, FaultSink faults) throws IOException {
        return switch (format) {
            case TEXT -> new Lines(terminal, faults);
            case CSV, JSON -> new Records(format, terminal, isRawCsv, faults);
            case JSONL -> new Events(terminal, faults);
        };
    }

    /// Writes a dialog.
    ///
    /// @param isNew whether it was not written before
    abstract void write(SipIndex index, int dialog, boolean isNew) throws IOException;

    /// Writes what has become of an incident.
    abstract void write(SipIndex index, Change change) throws IOException;

    /// Whether incidents are written at all.
    boolean hasIncidents() {
        return true;
    }

    /// Lets the reader see all so far.
    abstract void flush() throws IOException;

    /// Ends the output.
    abstract void close() throws IOException;

    private static final class Lines extends LiveRows {
        private static final int CLOCK_DIGITS = 3;

        private final Terminal terminal;
        private final Writer writer;
        private final FaultSink faults;

        Lines(Terminal terminal, FaultSink faults) {
            this.faults = faults;
            this.terminal = terminal;
            writer = terminal.textWriter();
        }

        @Override
        void write(SipIndex index, int dialog, boolean isNew) throws IOException {
            line(faults.contain("row", FaultSink.FAILED, () -> text(index, dialog)));
        }

        private String text(SipIndex index, int dialog) {
            DialogTable dialogs = index.dialogs();
            String outcome = faults.contain("column outcome", FaultSink.FAILED,
                    () -> DialogOutcome.of(index, dialog).outcome().text());
            return String.format(Locale.ROOT, "%s  %-11s %4d  %s %s %s  %s",
                    HumanText.clock(dialogs.startNanos(dialog), CLOCK_DIGITS), outcome, dialogs.messageCount(dialog),
                    dialogs.caller(dialog), terminal.isUnicode() ? "→" : "->", dialogs.callee(dialog),
                    dialogs.callId(dialog));
        }

        @Override
        void write(SipIndex index, Change change) throws IOException {
            line(faults.contain("incident", what(change) + " " + FaultSink.FAILED, () -> text(change)));
        }

        private String text(Change change) {
            return switch (change) {
                case Added(Incident incident) -> text(incident, "incident");
                case Changed changed -> text(changed.incident(), what(changed) + " (" + why(changed) + ")");
                case Closed closed -> text(closed.last().facts().toNanos(), closed.last().facts().severity(),
                        what(closed), "%s (%s)  %s".formatted(closed.last().facts().title(), why(closed), closed.id()));
            };
        }

        private static String what(Change change) {
            return "incident, " + change.state().text();
        }

        private String why(Change change) {
            return terminal.isUnicode() ? change.why().text() : change.why().text().replace("→", "->");
        }

        private String text(Incident incident, String what) {
            String stages = incident.stages()
                    .stream()
                    .map(stage -> stage.label().text())
                    .collect(Collectors.joining(terminal.isUnicode() ? " → " : " -> "));
            return text(incident.toNanos(), incident.severity(), what, "%s (%s; %s)  %s"
                    .formatted(incident.title().text(), stages, incident.outcome().word(), incident.id()));
        }

        private static String text(long nanos, Severity severity, String what, String incident) {
            return String.format(Locale.ROOT, "%s  %s %s: %s", HumanText.clock(nanos, CLOCK_DIGITS),
                    severity.word().toUpperCase(Locale.ROOT), what, incident);
        }

        private void line(String line) throws IOException {
            String shown = VisibleText.of(line, terminal.isUnicode());
            writer.write(terminal.outputIsTerminal()
                    ? DisplayWidth.cut(shown, terminal.columns(), terminal.isUnicode() ? "…" : "~")
                    : shown);
            writer.write('\n');
        }

        @Override
        void flush() throws IOException {
            writer.flush();
        }

        @Override
        void close() throws IOException {
            writer.flush();
        }
    }

    private static final class Records extends LiveRows {
        private final RowWriter writer;
        private final FaultSink faults;

        Records(Format format, Terminal terminal, boolean isRawCsv, FaultSink faults) throws IOException {
            this.faults = faults;
            writer = RowWriter.open(format, DialogRecords.COLUMNS, terminal, false, isRawCsv);
        }

        @Override
        void write(SipIndex index, int dialog, boolean isNew) throws IOException {
            writer.row(new ContainedRows(new DialogRecords(index), faults).row(dialog));
        }

        @Override
        void write(SipIndex index, Change change) {
            // their columns are those of dialogs
        }

        @Override
        boolean hasIncidents() {
            return false;
        }

        @Override
        void flush() throws IOException {
            writer.flush();
        }

        @Override
        void close() throws IOException {
            writer.close();
        }
    }

    /// JSON Lines: what happened, numbered from 1, with the dialog or incident as it is then.
    private static final class Events extends LiveRows {
        private final JsonGenerator json;
        private final FaultSink faults;
        private long number;

        Events(Terminal terminal, FaultSink faults) throws IOException {
            this.faults = faults;
            json = Json.lines(terminal.dataWriter());
        }

        @Override
        void write(SipIndex index, int dialog, boolean isNew) throws IOException {
            event(isNew ? "dialog_added" : "dialog_changed", fields -> Json.fields(fields, DialogRecords.COLUMNS,
                    new ContainedRows(new DialogRecords(index), faults).row(dialog)));
        }

        @Override
        void write(SipIndex index, Change change) throws IOException {
            IncidentJson incidents = new IncidentJson(index);
            switch (change) {
                case Added(Incident incident) -> event("incident_added", fields -> incidents.fields(fields, incident));
                case Changed(Incident incident, List<Difference> what) -> event("incident_changed", fields -> {
                    fields.writeFieldName("changed");
                    String[] aspects = what.stream().map(each -> each.aspect().word()).toArray(String[]::new);
                    fields.writeArray(aspects, 0, aspects.length);
                    incidents.fields(fields, incident);
                });
                case Closed(KnownIncident last, Reason reason, Optional<String> joinedTo) ->
                        event(reason.isEnd() ? "incident_ended" : "incident_withdrawn", fields -> {
                            fields.writeStringField("reason", reason.word());
                            fields.writeStringField("joined_to", joinedTo.orElse(null));
                            closed(fields, incidents, last);
                        });
            }
        }

        private static void closed(JsonGenerator json, IncidentJson incidents, KnownIncident last) throws IOException {
            KnownIncident.Facts facts = last.facts();
            json.writeStringField("id", last.id());
            json.writeStringField("kind", facts.kind().word());
            incidents.times(json, facts.fromNanos(), facts.toNanos());
            json.writeStringField("outcome", facts.outcome().word());
            json.writeStringField("severity", facts.severity().word());
            json.writeStringField("title", Json.wellFormed(facts.title()));
        }

        private void event(String event, Json.Part fields) throws IOException {
            number++;
            Json.object(json, head -> {
                head.writeStringField("event", event);
                head.writeNumberField("event_number", number);
            }, event, faults, fields);
            Json.endLine(json);
        }

        @Override
        void flush() throws IOException {
            json.flush();
        }

        @Override
        void close() throws IOException {
            event("capture_ended", _ -> {});
            json.flush();
        }
    }
}
