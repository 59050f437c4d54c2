package org.sipsleuth.report.exchange;

import static org.sipsleuth.report.exchange.BoundedLists.MOST;
import static org.sipsleuth.report.exchange.BoundedLists.frames;
import static org.sipsleuth.report.exchange.BoundedLists.text;
import static org.sipsleuth.report.exchange.BoundedLists.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.CitedFrames;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.NetworkFit;
import org.sipsleuth.pipeline.field.Citations;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.report.investigation.FindingParties;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;

/// An investigation as JSON. The names of its keys are a contract.
public final class InvestigationJson {

    private static final int SCHEMA = 1;

    /// The filter for the dialogs of all problems.
    private static final String ANY_PROBLEM = "problem.kind";

    private static final Column FROM = Column.time("from");
    private static final Column TO = Column.time("to");

    private final Investigation investigation;
    private final Function<CaptureSummary, String> sha256;
    private final FaultSink faults;
    private final IncidentJson incidents;
    private final FindingParties parties;

    /// @param sha256 the digest of a capture
    /// @param faults takes those of single objects
    public InvestigationJson(Investigation investigation, Function<CaptureSummary, String> sha256, FaultSink faults) {
        this.faults = faults;
        this.investigation = investigation;
        this.sha256 = sha256;
        incidents = new IncidentJson(investigation.index());
        parties = new FindingParties(investigation);
    }

    /// Writes it as one document: of very many incidents and findings, the gravest; [#writeLines] has
    /// all of them.
    public void write(Writer writer) throws IOException {
        write(writer, Optional.empty());
    }

    /// The same with further keys after the version of the program.
    public void write(Writer writer, Optional<? extends Json.Part> further) throws IOException {
        JsonGenerator json = Json.report(writer);
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        text(json, "tool_version", ProgramVersion.text());
        if (further.isPresent()) {
            further.get().write(json);
        }
        Json.objects(json, "inputs", investigation.index().files(), faults, this::input);
        Json.objects(json, "models", investigation.origins(), faults, (part, origin) -> model(part, origin.model()));
        Json.objects(json, "model_fit", investigation.fits(), faults, this::fit);
        bounded(json, "incidents", investigation.incidents(), Citations.INCIDENTS, incidents::fields);
        json.writeFieldName("calls");
        Json.object(json, _ -> {}, "calls", faults, this::calls);
        bounded(json, "problems", investigation.problems().all(), ANY_PROBLEM, this::fields);
        bounded(json, "findings", investigation.findings(), Citations.FINDINGS, this::fields);
        texts(json, "not_seen", faults.contain("not_seen", List.of(FaultSink.FAILED), this::notSeen),
                Citations.INCIDENTS);
        Json.objects(json, "failed", investigation.faults(), faults, InvestigationJson::fields);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    /// The first of many.
    private <T> void bounded(JsonGenerator json, String name, List<T> all, String filter, Json.Fields<T> fields)
            throws IOException {
        Json.objects(json, name, BoundedLists.first(all), faults, fields);
        BoundedLists.cut(json, name, all.size(), filter);
    }

    /// How many calls there are of each class.
    private void calls(JsonGenerator json) throws IOException {
        for (CallClass each : CallClass.values()) {
            json.writeNumberField(each.word(), investigation.problems().calls().count(each));
        }
    }

    private void fields(JsonGenerator json, Problem problem) throws IOException {
        SipIndex index = investigation.index();
        String filter = filter(problem);
        text(json, "kind", problem.kind());
        text(json, "severity", problem.severity().word());
        text(json, "title", problem.title().text());
        text(json, "sentence", problem.sentence().text());
        json.writeNumberField("calls", problem.calls());
        texts(json, "dialogs", problem.dialogs().stream().limit(MOST).map(index.dialogs()::callId).toList());
        BoundedLists.cut(json, "dialogs", problem.dialogs().size(), filter);
        texts(json, "users", problem.users(), filter);
        Json.field(json, FROM, CaptureTimes.seconds(index, problem.fromNanos()));
        Json.field(json, TO, CaptureTimes.seconds(index, problem.toNanos()));
        frames(json, "evidence",
                new CitedFrames(problem.firstFrames(index, MOST),
                        problem.evidence().frames(index, MOST).count() + problem.frames().size()),
                index.files(), filter);
        text(json, "advice", problem.advice().text());
        text(json, "reference", problem.source());
        texts(json, "explanations", problem.explanations().stream().limit(MOST).map(Sentence::text).toList());
    }

    private static String filter(Problem problem) {
        return "problem.kind == \"%s\"".formatted(problem.kind());
    }

    /// What could not be judged of the capture, then what was not determined of each incident.
    private List<String> notSeen() {
        return Stream.concat(investigation.notSeen().stream().map(Sentence::text),
                investigation.incidents()
                        .stream()
                        .flatMap(incident -> incident.notDetermined()
                                .stream()
                                .map(each -> incident.title().text() + ": " + each.text())))
                .toList();
    }

    private static void fields(JsonGenerator json, Fault fault) throws IOException {
        text(json, "name", fault.name());
        text(json, "sentence", fault.sentence().text());
    }

    /// Writes incidents, findings and what failed, each on a line that begins with its `type`.
    ///
    /// @param parts which of the former
    public void writeLines(Writer writer, AnalysisParts parts) throws IOException {
        JsonGenerator json = Json.lines(writer);
        lines(json, "incident", parts.hasIncidents() ? investigation.incidents() : List.of(), incidents::fields);
        lines(json, "finding", parts.hasFindings() ? investigation.findings() : List.of(), this::fields);
        lines(json, "failed", investigation.faults(), InvestigationJson::fields);
        json.flush();
    }

    private <T> void lines(JsonGenerator json, String type, List<T> all, Json.Fields<T> fields) throws IOException {
        for (T each : all) {
            Json.object(json, line -> line.writeStringField("type", type), type, faults,
                    line -> fields.write(line, each));
            Json.endLine(json);
        }
    }

    /// Dialogs are marked only in networks that the model fits.
    private void fit(JsonGenerator json, ModelFit fit) throws IOException {
        List<CaptureSummary> files = investigation.index().files();
        text(json, "model", fit.origin().model().name());
        text(json, "method", fit.origin().detector());
        json.writeNumberField("expected", fit.expected());
        json.writeNumberField("observed", fit.observed());
        json.writeNumberField("dialogs", fit.dialogs());
        json.writeNumberField("unknown", fit.unknown());
        json.writeBooleanField("fits", fit.fits());
        text(json, "reason", ModelFitText.reason(fit));
        if (fit.fitsAny()) {
            json.writeObjectFieldStart("marks");
            json.writeNumberField(Mark.KNOWN.word(), fit.judgedDialogs() - fit.judgedUnknown());
            json.writeNumberField(Mark.UNKNOWN.word(), fit.judgedUnknown());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("networks");
        for (NetworkFit network : fit.networks()) {
            json.writeStartObject();
            json.writeArrayFieldStart("files");
            for (int file : network.files()) {
                json.writeString(files.get(file).name());
            }
            json.writeEndArray();
            json.writeNumberField("dialogs", network.dialogs());
            json.writeNumberField("unknown", network.unknown());
            json.writeBooleanField("fits", network.fits());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void input(JsonGenerator json, CaptureSummary file) throws IOException {
        text(json, "file", file.name());
        text(json, "sha256", sha256.apply(file));
        json.writeNumberField("packets", file.frames());
        json.writeNumberField("messages", file.messages());
        json.writeNumberField("sip_messages", file.messages());
        json.writeNumberField("dialogs", file.dialogs());
    }

    private static void model(JsonGenerator json, ModelIdentity model) throws IOException {
        text(json, "name", model.name());
        text(json, "method", model.kind());
        text(json, "kind", model.kind());
        text(json, "sha256", model.sha256());
        text(json, "trained_on", model.trainingSet());
        json.writeNumberField("trained_dialogs", model.trainedDialogs());
        json.writeNumberField("seed", model.seed());
    }

    private void fields(JsonGenerator json, Finding finding) throws IOException {
        SipIndex index = investigation.index();
        Measurement decisive = finding.grounds().decisive();
        text(json, "id", finding.id());
        text(json, "detector", finding.origin().detector());
        text(json, "class", finding.statement().kind());
        text(json, "severity", finding.severity().word());
        text(json, "title", finding.statement().title().text());
        text(json, "explanation", finding.statement().explanation().text());
        text(json, "statistic", decisive.statistic().text());
        json.writeNumberField("value", decisive.value());
        json.writeNumberField("threshold", decisive.threshold());
        json.writeArrayFieldStart("measures");
        for (Measurement measure : finding.grounds().measures()) {
            measure(json, measure);
        }
        json.writeEndArray();
        json.writeBooleanField("sufficient_sample", finding.grounds().isGrounded());
        json.writeBooleanField("grounded", finding.grounds().isGrounded());
        text(json, "sample", finding.grounds().sample().text());
        text(json, "model", finding.origin().model().name());
        text(json, "model_sha256", finding.origin().model().sha256());
        Evidence evidence = finding.evidence();
        String all = Citations.filter(finding);
        evidence(json, evidence.frames(index, MOST), all);
        int[] dialogs = evidence.dialogs(index);
        texts(json, "call_ids", Arrays.stream(dialogs).limit(MOST).mapToObj(index.dialogs()::callId).toList());
        BoundedLists.cut(json, "call_ids", dialogs.length, all);
        texts(json, "users", evidence.users(), all);
        Json.field(json, FROM, CaptureTimes.seconds(index, evidence.fromNanos(index)));
        Json.field(json, TO, CaptureTimes.seconds(index, evidence.toNanos(index)));
        text(json, "source", FindingParties.source(finding));
        text(json, "target", FindingParties.target(finding));
        Json.field(json, Column.number("confidence"), FindingParties.confidence(finding));
        text(json, "outcome", finding.statement().outcome().word());
        text(json, "incident_id", parties.incident(finding));
        rationale(json, finding);
    }

    /// The reasons beyond the measures, in the order they are read.
    private void rationale(JsonGenerator json, Finding finding) throws IOException {
        int place = 0;
        json.writeArrayFieldStart("rationale");
        for (Rationale.Section section : finding.rationale().get().sections()) {
            json.writeStartObject();
            text(json, "title", section.title().text());
            json.writeBooleanField("detail", section.isDetail());
            json.writeArrayFieldStart("lines");
            for (Rationale.Line line : BoundedLists.first(section.lines())) {
                json.writeStartObject();
                text(json, "name", line.name().text());
                text(json, "text", line.text().text());
                json.writeBooleanField("decisive", line.isDecisive());
                CitedFrames cited = line.evidence()
                        .map(of -> of.frames(investigation.index(), BoundedLists.MOST_OF_A_LINE))
                        .orElse(CitedFrames.NONE);
                frames(json, "evidence", cited, investigation.index().files(), Citations.filter(finding, place));
                json.writeEndObject();
                place++;
            }
            json.writeEndArray();
            BoundedLists.cut(json, "lines", section.lines().size(), Citations.filter(finding));
            place += section.lines().size() - BoundedLists.first(section.lines()).size();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void measure(JsonGenerator json, Measurement measure) throws IOException {
        json.writeStartObject();
        text(json, "statistic", measure.statistic().text());
        json.writeNumberField("value", measure.value());
        json.writeNumberField("threshold", measure.threshold());
        text(json, "anomalous", measure.anomalous() == Measurement.Side.BELOW ? "below" : "above");
        json.writeEndObject();
    }

    /// Each frame with its file. The keys `frames` and `frame_inputs` are deprecated.
    private void evidence(JsonGenerator json, CitedFrames frames, String filter) throws IOException {
        frames(json, "evidence", frames, investigation.index().files(), filter);
        json.writeArrayFieldStart("frames");
        for (FrameNumber frame : frames.first()) {
            json.writeNumber(frame.frame());
        }
        json.writeEndArray();
        if (investigation.index().files().size() > 1) {
            json.writeArrayFieldStart("frame_inputs");
            for (FrameNumber frame : frames.first()) {
                json.writeNumber(frame.file());
            }
            json.writeEndArray();
        }
    }
}
