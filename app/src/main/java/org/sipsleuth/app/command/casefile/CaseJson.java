package org.sipsleuth.app.command.casefile;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CaseMerge;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.DisputedRow;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.CaseTime;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;

/// A case, its verification, or a merge, as JSON. The names of its keys are a contract.
public final class CaseJson {

    private static final int SCHEMA = 1;
    private static final Column TIME = Column.time("time");

    private final JsonGenerator json;
    private final Instant now = Clock.systemUTC().instant();

    public CaseJson(Writer writer) throws IOException {
        json = Json.report(writer);
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        text("tool_version", ProgramVersion.text());
    }

    private void end() throws IOException {
        json.writeEndObject();
        Json.end(json);
    }

    /// Writes what a case contains.
    ///
    /// @param file as the user named it
    public void write(String file, CaseFile opened) throws IOException {
        begin();
        text("file", file);
        Map<String, String> properties = opened.properties();
        text("id", properties.getOrDefault("id", ""));
        text("name", properties.getOrDefault("name", ""));
        String number = properties.getOrDefault("number", "");
        if (!number.isEmpty()) {
            text("number", number);
        }
        time(properties.getOrDefault("created", ""));
        text("last_hash", opened.lastHash());
        json.writeArrayFieldStart("evidence");
        for (Evidence each : opened.evidence()) {
            json.writeStartObject();
            text("sha256", each.sha256());
            json.writeNumberField("bytes", each.bytes());
            text("name", each.name());
            text("path", each.path());
            added(each.added(), each.addedBy());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attachments");
        for (Attachment each : opened.attachments()) {
            json.writeStartObject();
            text("kind", each.kind().toString());
            text("name", each.name());
            text("sha256", each.sha256());
            added(each.added(), each.addedBy());
            json.writeEndObject();
        }
        json.writeEndArray();
        Verdicts verdicts = opened.verdicts();
        verdicts("verdicts", verdicts.standing());
        conflicts(verdicts.conflicts());
        notes(opened.notes());
        json.writeArrayFieldStart("bookmarks");
        for (Bookmark each : opened.bookmarks()) {
            json.writeStartObject();
            text("capture", each.capture());
            json.writeNumberField("frame", each.frame());
            text("text", each.text());
            added(each.at(), each.who());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("aliases", opened.aliases());
        texts("filters", opened.filters());
        end();
    }

    private void notes(Map<String, DialogNotes> byAnalyst) throws IOException {
        json.writeArrayFieldStart("notes");
        for (Map.Entry<String, DialogNotes> analyst : byAnalyst.entrySet()) {
            for (Map.Entry<String, DialogNote> each : new java.util.TreeMap<>(analyst.getValue().byCallId())
                    .entrySet()) {
                json.writeStartObject();
                text("call_id", each.getKey());
                text("who", analyst.getKey());
                text("mark", each.getValue().mark().map(NoteMark::name).orElse(""));
                json.writeArrayFieldStart("tags");
                for (String tag : each.getValue().tags()) {
                    json.writeString(Json.wellFormed(tag));
                }
                json.writeEndArray();
                text("comment", each.getValue().comment());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /// Writes what was found.
    ///
    /// @param file as the user named it
    public void write(String file, CaseVerification verification) throws IOException {
        begin();
        text("file", file);
        json.writeBooleanField("intact", verification.isIntact());
        json.writeNumberField("entries", verification.entries());
        text("last_hash", verification.lastHash());
        json.writeArrayFieldStart("faults");
        for (CaseFault fault : verification.faults()) {
            json.writeStartObject();
            text("kind", fault.kind().name().toLowerCase(Locale.ROOT));
            text("place", fault.place());
            text("text", fault.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        end();
    }

    /// Writes what came with another case.
    ///
    /// @param lastHash the hash of the log afterwards
    public void write(CaseMerge.Result result, String lastHash) throws IOException {
        begin();
        json.writeObjectFieldStart("added");
        for (CaseTable table : CaseTable.values()) {
            if (table != CaseTable.PROPERTY) {
                json.writeNumberField(table.sqlName(), result.added(table));
            }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("not_taken");
        for (String each : result.notTaken()) {
            json.writeString(Json.wellFormed(each));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conflicts");
        differing(result.conflicts());
        for (DisputedRow each : result.disputed()) {
            json.writeStartObject();
            text("kind", each.reason().name().toLowerCase(Locale.ROOT));
            text("table", each.table().sqlName());
            text("about", each.about());
            text("content", each.content());
            added(each.at(), each.who());
            text("reason", each.text());
            json.writeBooleanField("acceptable", each.isAcceptable());
            json.writeEndObject();
        }
        json.writeEndArray();
        text("last_hash", lastHash);
        end();
    }

    private void conflicts(List<Verdicts.Conflict> conflicts) throws IOException {
        json.writeArrayFieldStart("conflicts");
        differing(conflicts);
        json.writeEndArray();
    }

    private void differing(List<Verdicts.Conflict> conflicts) throws IOException {
        for (Verdicts.Conflict conflict : conflicts) {
            json.writeStartObject();
            text("kind", "verdicts_differ");
            verdicts("verdicts", conflict.verdicts());
            json.writeEndObject();
        }
    }

    private void verdicts(String name, List<Verdict> verdicts) throws IOException {
        json.writeArrayFieldStart(name);
        for (Verdict each : verdicts) {
            json.writeStartObject();
            text("id", each.id());
            text("subject", each.subject().kind().word());
            text("key", each.subject().key());
            text("scope", each.scope().map(Scope::word).orElse(""));
            text("judgement", each.judgement().map(Judgement::word).orElse(""));
            text("note", each.note());
            text("capture", each.place().map(Place::capture).orElse(""));
            Json.field(json, Column.number("frame"),
                    each.place().map(place -> Long.toString(place.frame())).orElse(""));
            text("call_id", each.place().map(Place::callId).orElse(""));
            added(each.at(), each.who());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void added(String at, String who) throws IOException {
        time(at);
        if (CaseTime.isFuture(at, now)) {
            json.writeBooleanField("time_in_future", true);
        }
        text("who", who);
    }

    private void time(String at) throws IOException {
        Json.field(json, TIME, CaseLogRecords.seconds(at));
    }

    private void texts(String name, Map<String, String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<String, String> each : values.entrySet()) {
            json.writeStartObject();
            text(name.equals("aliases") ? "address" : "name", each.getKey());
            text(name.equals("aliases") ? "name" : "expression", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, String value) throws IOException {
        Json.field(json, Column.text(name), value);
    }
}
