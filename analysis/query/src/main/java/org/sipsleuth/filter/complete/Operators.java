package org.sipsleuth.filter.complete;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.filter.complete.Proposal.What;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.syntax.Expression.Join;
import org.sipsleuth.filter.syntax.Relation;

/// The operators of the language, with what they mean.
final class Operators {

    private static final Map<Relation, String> MEANINGS = new EnumMap<>(Relation.class);

    static {
        MEANINGS.put(Relation.ANY_EQUAL, "one value is equal");
        MEANINGS.put(Relation.ALL_UNEQUAL, "no value is equal, and there is one");
        MEANINGS.put(Relation.ALL_EQUAL, "every value is equal");
        MEANINGS.put(Relation.ANY_UNEQUAL, "one value is not equal");
        MEANINGS.put(Relation.GREATER, "greater, or later");
        MEANINGS.put(Relation.GREATER_EQUAL, "greater or equal");
        MEANINGS.put(Relation.LESS, "less, or earlier");
        MEANINGS.put(Relation.LESS_EQUAL, "less or equal");
        MEANINGS.put(Relation.CONTAINS, "contains this text or these bytes");
        MEANINGS.put(Relation.MATCHES, "matches a regular expression, ignoring case");
    }

    private static final Map<Join, String> JOINS = Map.of(Join.AND, "both conditions are true", Join.OR,
            "at least one condition is true", Join.XOR, "exactly one condition is true");

    private Operators() {}

    /// What can be after a field of a kind, the usual ones first.
    static Stream<Proposal> relations(FieldKind kind) {
        if (kind == FieldKind.LABEL) {
            return Stream.empty();
        }
        Stream<Proposal> relations = (kind.isOctets() ? ofOctets() : ofNumbers()).stream()
                .map(r -> operator(r.text(), MEANINGS.getOrDefault(r, "")));
        return Stream.concat(relations, Stream.of(operator("in {", "one value is in this set"),
                operator("not in {", "no value is in this set")));
    }

    private static List<Relation> ofOctets() {
        return List.of(Relation.ANY_EQUAL, Relation.ALL_UNEQUAL, Relation.CONTAINS, Relation.MATCHES,
                Relation.ALL_EQUAL, Relation.ANY_UNEQUAL, Relation.GREATER, Relation.GREATER_EQUAL, Relation.LESS,
                Relation.LESS_EQUAL);
    }

    private static List<Relation> ofNumbers() {
        return Arrays.stream(Relation.values()).filter(r -> r != Relation.CONTAINS && r != Relation.MATCHES).toList();
    }

    /// After a field and `not`.
    static Stream<Proposal> within() {
        return Stream.of(operator("in {", "no value is in this set"));
    }

    /// Before a condition.
    static Stream<Proposal> before() {
        return Stream.of(operator("not", "the condition is false"),
                operator("any", "the comparison is true for at least one value"),
                operator("all", "the comparison is true for every value"));
    }

    /// Between conditions.
    static Stream<Proposal> joins() {
        return Stream.of(Join.AND, Join.OR, Join.XOR)
                .map(j -> new Proposal(j.text(), What.JOIN, "", JOINS.getOrDefault(j, "")));
    }

    /// Other ways to write an operator.
    static Stream<String> spellings(Proposal proposal) {
        return switch (proposal.what()) {
            case JOIN -> switch (proposal.text()) {
                case "&&" -> Stream.of("and");
                case "||" -> Stream.of("or");
                default -> Stream.of("xor");
            };
            case OPERATOR -> Arrays.stream(Relation.values())
                    .filter(r -> r.text().equals(proposal.text()))
                    .flatMap(r -> r.spellings().stream());
            case FIELD, FUNCTION, VALUE -> Stream.empty();
        };
    }

    private static Proposal operator(String text, String meaning) {
        return new Proposal(text, What.OPERATOR, "", meaning);
    }
}
