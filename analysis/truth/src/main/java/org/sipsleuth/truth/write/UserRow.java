package org.sipsleuth.truth.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.UserChange;
import org.sipsleuth.truth.UserFacts;

/// Writes a row of the list of users: what is not known is omitted.
final class UserRow {

    private UserRow() {}

    static void write(JsonGenerator json, String uri, UserFacts facts) throws IOException {
        json.writeStartObject();
        json.writeStringField("user", uri);
        json.writeStringField("class", facts.trafficClass().text());
        if (facts.attack().isPresent()) {
            json.writeStringField("attack", facts.attack().get().id());
        }
        place(json, facts.department(), facts.role());
        Optional<LocalDate> joined = facts.joined();
        if (joined.isPresent()) {
            json.writeStringField("joined", joined.get().toString());
        }
        Optional<UserChange> change = facts.change();
        if (change.isPresent()) {
            json.writeObjectFieldStart("change");
            json.writeStringField("date", change.get().date().toString());
            json.writeStringField("kind", change.get().kind());
            place(json, change.get().department(), change.get().role());
            json.writeEndObject();
        }
        Optional<MisuseDays> misuse = facts.misuse();
        if (misuse.isPresent()) {
            json.writeObjectFieldStart("misuse");
            json.writeStringField("from", misuse.get().from().toString());
            json.writeStringField("full", misuse.get().full().toString());
            json.writeStringField("to", misuse.get().to().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String department, String role) throws IOException {
        if (!department.isEmpty()) {
            json.writeStringField("department", department);
        }
        if (!role.isEmpty()) {
            json.writeStringField("role", role);
        }
    }
}
