package org.sipsleuth.report.exchange;

import static org.sipsleuth.report.exchange.BoundedLists.MOST;
import static org.sipsleuth.report.exchange.BoundedLists.frames;
import static org.sipsleuth.report.exchange.BoundedLists.text;
import static org.sipsleuth.report.exchange.BoundedLists.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.pipeline.field.Citations;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.sentence.Sentence;

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
        String all = Citations.filter(incident);
        text(json, "id", incident.id());
        text(json, "kind", incident.kind().word());
        texts(json, "stages", incident.stages().stream().map(its -> its.kind().word()).toList());
        texts(json, "actors", incident.actors().names(), all);
        texts(json, "carriers", incident.actors().carriers(), all);
        texts(json, "fingerprints", incident.actors().fingerprints(), all);
        texts(json, "victims", incident.victims(), all);
        texts(json, "accounts", incident.accounts(), all);
        times(json, incident.fromNanos(), incident.toNanos());
        text(json, "outcome", incident.outcome().word());
        text(json, "severity", incident.severity().word());
        confidence(json, incident.confidence());
        text(json, "title", incident.title().text());
        json.writeArrayFieldStart("story");
        for (int place = 0; place < incident.story().size(); place++) {
            StorySentence sentence = incident.story().get(place);
            json.writeStartObject();
            text(json, "text", sentence.whole().text());
            frames(json, "evidence", Citations.of(sentence, index).frames(index, MOST), index.files(),
                    Citations.filter(incident, place));
            json.writeEndObject();
        }
        json.writeEndArray();
        sentences(json, "advice", Action.sentences(incident.advice()));
        sentences(json, "not_determined", incident.notDetermined());
        sentences(json, "other_explanations", incident.alternatives());
        texts(json, "attack", incident.techniques().stream().map(AttackTechnique::id).toList());
        texts(json, "finding_ids", incident.findings().stream().map(Finding::id).toList(), all);
    }

    /// Writes when an incident began and ended.
    public void times(JsonGenerator json, long fromNanos, long toNanos) throws IOException {
        Json.field(json, FROM, CaptureTimes.seconds(index, fromNanos));
        Json.field(json, TO, CaptureTimes.seconds(index, toNanos));
    }

    private static void confidence(JsonGenerator json, Confidence confidence) throws IOException {
        json.writeNumberField("confidence", confidence.kind());
        json.writeNumberField("confidence_actor", confidence.actor());
        if (confidence.outcome().isPresent()) {
            json.writeNumberField("confidence_outcome", confidence.outcome().getAsDouble());
        } else {
            json.writeNullField("confidence_outcome");
        }
    }

    private static void sentences(JsonGenerator json, String key, List<Sentence> sentences) throws IOException {
        texts(json, key, sentences.stream().map(Sentence::text).toList());
    }
}
