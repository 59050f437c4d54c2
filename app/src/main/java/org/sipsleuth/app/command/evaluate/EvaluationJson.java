package org.sipsleuth.app.command.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.sipsleuth.evaluation.AttackScore;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.FalseIncident;
import org.sipsleuth.evaluation.IncidentScores;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.run.FaultSink;

/// An evaluation as JSON. The names of its keys are a contract.
public final class EvaluationJson {

    private static final double NANOS_A_SECOND = 1e9;

    private EvaluationJson() {}

    /// Writes all of it.
    ///
    /// @param faults takes those of single objects
    public static void write(Evaluation evaluation, EvaluationOrigin origin, Writer writer, FaultSink faults)
            throws IOException {
        JsonGenerator json = Json.report(writer);
        json.writeStartObject();
        json.writeStringField("method", evaluation.method());
        origin(json, origin);
        json.writeObjectFieldStart("corpus");
        json.writeStringField("scenario", evaluation.corpus().scenario());
        json.writeNumberField("seed", evaluation.corpus().seed());
        json.writeObjectFieldStart("sizes");
        for (Map.Entry<String, Long> size : evaluation.corpus().sizes().entrySet()) {
            json.writeNumberField(size.getKey(), size.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeNumberField("took_seconds", evaluation.took().toNanos() / NANOS_A_SECOND);
        Json.objects(json, "tables", evaluation.tables(), faults, (part, table) -> {
            part.writeStringField("id", table.id());
            part.writeStringField("title", table.title());
            Json.objects(part, "rows", table.rows(), faults, EvaluationJson::row);
        });
        if (evaluation.incidents().isPresent()) {
            IncidentScores scores = evaluation.incidents().get();
            Json.objects(json, "attacks", scores.attacks(), faults, EvaluationJson::attack);
            Json.objects(json, "false_incidents", scores.falseIncidents(), faults, EvaluationJson::falseIncident);
        }
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void origin(JsonGenerator json, EvaluationOrigin origin) throws IOException {
        json.writeArrayFieldStart("command");
        for (String word : origin.command()) {
            json.writeString(Json.wellFormed(word));
        }
        json.writeEndArray();
        json.writeStringField("version", origin.program().version());
        json.writeStringField("commit", origin.commit().orElse(null));
        json.writeBooleanField("changed", origin.isChanged());
        json.writeStringField("date", origin.date().toString());
        json.writeArrayFieldStart("seeds");
        for (PlayedSeeds each : origin.seeds()) {
            json.writeStartObject();
            json.writeStringField("purpose", each.purpose().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("from", each.from());
            json.writeNumberField("count", each.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void falseIncident(JsonGenerator json, FalseIncident each) throws IOException {
        json.writeStringField("file", each.file());
        json.writeStringField("title", each.title());
        json.writeStringField("severity", each.severity().word());
        json.writeNumberField("confidence", each.confidence());
        json.writeArrayFieldStart("actors");
        for (String actor : each.actors()) {
            json.writeString(actor);
        }
        json.writeEndArray();
    }

    private static void attack(JsonGenerator json, AttackScore score) throws IOException {
        json.writeStringField("file", score.file());
        json.writeStringField("id", score.attack().attack().id());
        json.writeStringField("kind", score.kind().word());
        json.writeStringField("outcome", score.outcome().text());
        json.writeNumberField("incidents", score.incidents());
        json.writeStringField("reported", score.isCovered() ? score.reported() : null);
        json.writeBooleanField("kind_right", score.hasKind());
        json.writeBooleanField("actors_right", score.hasActors());
        json.writeBooleanField("victim_right", score.hasVictims());
        json.writeBooleanField("outcome_right", score.hasOutcome());
        json.writeBooleanField("severity_right", score.hasSeverity());
        json.writeStringField("severity", score.isCovered() ? score.severity().word() : null);
        if (score.delaySeconds().isPresent()) {
            json.writeNumberField("delay_seconds", score.delaySeconds().getAsDouble());
        } else {
            json.writeNullField("delay_seconds");
        }
    }

    private static void row(JsonGenerator json, EvaluationRow row) throws IOException {
        json.writeStringField("name", row.name());
        if (row.paper() == null) {
            json.writeNullField("paper");
        } else {
            json.writeNumberField("paper", row.paper());
        }
        json.writeNumberField("ours", row.ours().mean());
        json.writeNumberField("ours_least", row.ours().least());
        json.writeNumberField("ours_most", row.ours().most());
        Expectation must = row.must();
        Boolean met = row.met();
        if (must == null || met == null) {
            json.writeNullField("must");
            json.writeNullField("met");
        } else {
            json.writeStringField("must", EvaluationText.must(must));
            json.writeBooleanField("met", met);
        }
        if (row.simplest() == null) {
            json.writeNullField("simplest");
        } else {
            json.writeNumberField("simplest", row.simplest());
        }
        if (row.best() == null) {
            json.writeNullField("best");
        } else {
            json.writeNumberField("best", row.best());
        }
        if (row.isTimed()) {
            json.writeBooleanField("timed", true);
        }
    }
}
