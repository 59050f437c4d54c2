package org.sipsleuth.truth.read;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserChange;
import org.sipsleuth.truth.UserFacts;

/// A row of the list of users. Filled again for each.
final class UserFields {

    private final TruthJson json;
    private String name = "";
    private String trafficClass = "";
    private @Nullable String attack;
    private String department = "";
    private String role = "";
    private Optional<LocalDate> joined = Optional.empty();
    private Optional<UserChange> change = Optional.empty();
    private Optional<MisuseDays> misuse = Optional.empty();
    private LocalDate from = LocalDate.EPOCH;
    private LocalDate full = LocalDate.EPOCH;
    private LocalDate to = LocalDate.EPOCH;
    private String kind = "";
    private String laterDepartment = "";
    private String laterRole = "";

    UserFields(TruthJson json) {
        this.json = json;
    }

    /// Reads the row at the parser's position.
    void read() throws IOException {
        name = "";
        trafficClass = "";
        attack = null;
        department = "";
        role = "";
        joined = Optional.empty();
        change = Optional.empty();
        misuse = Optional.empty();
        json.object(this::field);
    }

    private boolean field(String field) throws IOException {
        switch (field) {
            case "user" -> name = json.text();
            case "class" -> trafficClass = json.text();
            case "attack" -> attack = json.textOrNull();
            case "department" -> department = json.text();
            case "role" -> role = json.text();
            case "joined" -> joined = Optional.of(date());
            case "change" -> change = Optional.of(readChange());
            case "misuse" -> misuse = Optional.of(readMisuse());
            default -> {
                return false;
            }
        }
        return true;
    }

    private UserChange readChange() throws IOException {
        from = LocalDate.EPOCH;
        kind = "";
        laterDepartment = "";
        laterRole = "";
        json.object(this::changeField);
        return new UserChange(from, kind, laterDepartment, laterRole);
    }

    private boolean changeField(String field) throws IOException {
        switch (field) {
            case "date" -> from = date();
            case "kind" -> kind = json.text();
            case "department" -> laterDepartment = json.text();
            case "role" -> laterRole = json.text();
            default -> {
                return false;
            }
        }
        return true;
    }

    private MisuseDays readMisuse() throws IOException {
        from = LocalDate.EPOCH;
        full = LocalDate.EPOCH;
        to = LocalDate.EPOCH;
        json.object(this::misuseField);
        return new MisuseDays(from, full, to);
    }

    private boolean misuseField(String field) throws IOException {
        switch (field) {
            case "from" -> from = date();
            case "full" -> full = date();
            case "to" -> to = date();
            default -> {
                return false;
            }
        }
        return true;
    }

    private LocalDate date() throws IOException {
        String text = json.text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw json.refusal("no date such as 2026-03-02: " + HeadFields.shown(text));
        }
    }

    /// The address of record.
    String name() {
        return name;
    }

    String trafficClass() {
        return trafficClass;
    }

    /// The identifier of its attack, or null.
    @Nullable
    String attack() {
        return attack;
    }

    /// What the row says.
    ///
    /// @param pool keeps its texts
    UserFacts facts(TrafficClass itsClass, Optional<Attack> itsAttack, LabelPool pool) {
        return new UserFacts(itsClass, itsAttack, pool.text(department), pool.text(role), joined,
                change.map(found -> new UserChange(found.date(), pool.text(found.kind()), pool.text(found.department()),
                        pool.text(found.role()))),
                misuse);
    }
}
