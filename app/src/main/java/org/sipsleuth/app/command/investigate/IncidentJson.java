package org.sipsleuth.app.command.investigate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.app.command.output.Json;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;

/// Incidents as JSON objects. The names of their keys are a contract.
public final class IncidentJson {

    private static final Column FROM = Column.time("from");
    private static final Column TO = Column.time("to");

    private final SipIndex index;

    /// @param index the capture of the incidents
    public IncidentJson(SipIndex index) {
        this.index = index;
    }

    /// Writes the keys of an incident into an open object.
    public void fields(JsonGenerator json, Incident incident) throws IOException {
        text(json, "id", incident.id());
        text(json, "kind", incident.kind().word());
        texts(json, "stages", incident.stages().stream().map(its -> its.kind().word()).toList());
        texts(json, "actors", incident.actors().addresses());
        texts(json, "fingerprints", incident.actors().fingerprints());
        texts(json, "victims", incident.victims());
        texts(json, "accounts", incident.accounts());
        Json.field(json, FROM, CaptureTimes.seconds(index, incident.fromNanos()));
        Json.field(json, TO, CaptureTimes.seconds(index, incident.toNanos()));
        text(json, "outcome", incident.outcome().word());
        text(json, "severity", incident.severity().word());
        json.writeNumberField("confidence", incident.confidence());
        text(json, "title", incident.title().text());
        json.writeArrayFieldStart("story");
        for (StorySentence sentence : incident.story()) {
            json.writeStartObject();
            text(json, "text", sentence.whole().text());
            frames(json, "evidence", frames(sentence), index.files());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "advice", incident.advice().stream().map(Sentence::text).toList());
        texts(json, "attack", incident.techniques().stream().map(AttackTechnique::id).toList());
        texts(json, "finding_ids", incident.findings().stream().map(Finding::id).toList());
    }

    private List<FrameNumber> frames(StorySentence sentence) {
        int[] messages = sentence.clauses()
                .stream()
                .map(Clause::evidence)
                .flatMap(Optional::stream)
                .flatMapToInt(its -> Arrays.stream(its.messages(index)))
                .toArray();
        return Evidence.ofMessages(messages, List.of()).frames(index);
    }

    /// Writes frames, each with its file.
    static void frames(JsonGenerator json, String name, List<FrameNumber> frames, List<CaptureSummary> files)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (FrameNumber frame : frames) {
            json.writeStartObject();
            text(json, "file", files.get(frame.file()).name());
            json.writeNumberField("frame", frame.frame());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            Json.cell(json, Column.Kind.TEXT, text);
        }
        json.writeEndArray();
    }

    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeFieldName(name);
        Json.cell(json, Column.Kind.TEXT, text);
    }
}
