package org.sipsleuth.app.command.investigate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.app.command.input.FileDigests;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.app.command.output.Json;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;

/// An investigation as JSON. The names of its keys are a contract.
public final class InvestigationJson {

    private static final int SCHEMA = 1;

    private static final Column FROM = Column.time("from");
    private static final Column TO = Column.time("to");

    private final Investigation investigation;
    private final FileDigests digests;

    /// @param digests of the captures
    public InvestigationJson(Investigation investigation, FileDigests digests) {
        this.investigation = investigation;
        this.digests = digests;
    }

    /// Writes all of it.
    public void write(Writer writer) throws IOException {
        JsonGenerator json = Json.report(writer);
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        text(json, "tool_version", ProgramVersion.text());
        json.writeArrayFieldStart("inputs");
        for (CaptureSummary file : investigation.index().files()) {
            input(json, file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("models");
        for (Origin origin : investigation.origins()) {
            model(json, origin.model());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : investigation.findings()) {
            finding(json, finding);
        }
        json.writeEndArray();
        texts(json, "not_seen", investigation.notSeen());
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    /// Writes the findings alone, each on a line.
    public void writeLines(Writer writer) throws IOException {
        JsonGenerator json = Json.lines(writer);
        for (Finding finding : investigation.findings()) {
            finding(json, finding);
            Json.endLine(json);
        }
        json.flush();
    }

    private void input(JsonGenerator json, CaptureSummary file) throws IOException {
        json.writeStartObject();
        text(json, "file", file.name());
        text(json, "sha256", digests.of(file));
        json.writeNumberField("packets", file.frames());
        json.writeNumberField("messages", file.messages());
        json.writeNumberField("sip_messages", file.messages());
        json.writeNumberField("dialogs", file.dialogs());
        json.writeEndObject();
    }

    private static void model(JsonGenerator json, ModelIdentity model) throws IOException {
        json.writeStartObject();
        text(json, "name", model.name());
        text(json, "method", model.kind());
        text(json, "kind", model.kind());
        text(json, "sha256", model.sha256());
        text(json, "trained_on", model.trainingSet());
        json.writeNumberField("trained_dialogs", model.trainedDialogs());
        json.writeNumberField("seed", model.seed());
        json.writeEndObject();
    }

    private void finding(JsonGenerator json, Finding finding) throws IOException {
        SipIndex index = investigation.index();
        Measurement decisive = finding.grounds().decisive();
        json.writeStartObject();
        text(json, "id", finding.id());
        text(json, "detector", finding.origin().detector());
        text(json, "class", finding.statement().kind());
        text(json, "severity", finding.severity().word());
        text(json, "title", finding.statement().title());
        text(json, "explanation", finding.statement().explanation());
        text(json, "statistic", decisive.statistic());
        json.writeNumberField("value", decisive.value());
        json.writeNumberField("threshold", decisive.threshold());
        json.writeArrayFieldStart("measures");
        for (Measurement measure : finding.grounds().measures()) {
            measure(json, measure);
        }
        json.writeEndArray();
        json.writeBooleanField("sufficient_sample", finding.grounds().isGrounded());
        json.writeBooleanField("grounded", finding.grounds().isGrounded());
        text(json, "sample", finding.grounds().sample());
        text(json, "model", finding.origin().model().name());
        text(json, "model_sha256", finding.origin().model().sha256());
        evidence(json, finding.evidence().frames(index));
        texts(json, "call_ids", finding.evidence().callIds(index));
        texts(json, "users", finding.evidence().users());
        Json.field(json, FROM, FindingTimes.from(index, finding));
        Json.field(json, TO, FindingTimes.to(index, finding));
        json.writeEndObject();
    }

    private static void measure(JsonGenerator json, Measurement measure) throws IOException {
        json.writeStartObject();
        text(json, "statistic", measure.statistic());
        json.writeNumberField("value", measure.value());
        json.writeNumberField("threshold", measure.threshold());
        text(json, "anomalous", measure.anomalous() == Measurement.Side.BELOW ? "below" : "above");
        json.writeEndObject();
    }

    /// Each frame with its file. The keys `frames` and `frame_inputs` are deprecated.
    private void evidence(JsonGenerator json, List<FrameNumber> frames) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (FrameNumber frame : frames) {
            json.writeStartObject();
            text(json, "file", investigation.index().files().get(frame.file()).name());
            json.writeNumberField("frame", frame.frame());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("frames");
        for (FrameNumber frame : frames) {
            json.writeNumber(frame.frame());
        }
        json.writeEndArray();
        if (investigation.index().files().size() > 1) {
            json.writeArrayFieldStart("frame_inputs");
            for (FrameNumber frame : frames) {
                json.writeNumber(frame.file());
            }
            json.writeEndArray();
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            Json.cell(json, Column.Kind.TEXT, text);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeFieldName(name);
        Json.cell(json, Column.Kind.TEXT, text);
    }
}
