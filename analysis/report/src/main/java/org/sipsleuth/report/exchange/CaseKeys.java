package org.sipsleuth.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.CaseTime;
import org.sipsleuth.report.investigation.CaseFacts;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;

/// The key `case` of an investigation of the evidence of a case. The names of its keys are a
/// contract.
///
/// @param report with what analysts recorded
/// @param facts of the case
record CaseKeys(ReportRequest report, CaseFacts facts) implements Json.Part {

    private static final Column TIME = Column.time("time");

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("case");
        text(json, "id", facts.id());
        text(json, "name", facts.name());
        text(json, "number", report.settings().caseNumber());
        text(json, "last_hash", report.record().logHash());
        json.writeArrayFieldStart("captures");
        for (String name : facts.captures()) {
            json.writeString(Json.wellFormed(name));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attachments");
        for (Attachment each : facts.used()) {
            json.writeStartObject();
            text(json, "kind", each.kind().toString());
            text(json, "name", each.name());
            text(json, "sha256", each.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("aliases");
        for (Map.Entry<String, String> each : facts.aliases().entrySet()) {
            json.writeStartObject();
            text(json, "address", each.getKey());
            text(json, "name", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("verdicts");
        for (Verdict each : report.record().verdicts()) {
            json.writeStartObject();
            text(json, "about", each.subject().key());
            text(json, "scope", each.scope().map(Scope::word).orElse(""));
            text(json, "verdict", each.judgement().map(Judgement::text).orElse(""));
            text(json, "note", each.note());
            Json.field(json, TIME, HumanText.seconds(CaseTime.of(each.at())));
            text(json, "who", each.who());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        Json.field(json, Column.text(name), value);
    }
}
