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
        MEANINGS.put(Relation.CONTAINS, "has this text or these bytes within");
        MEANINGS.put(Relation.MATCHES, "fits a regular expression, any case");
    }

    private static final Map<Join, String> JOINS =
            Map.of(
                    Join.AND, "both hold",
                    Join.OR, "one of both holds",
                    Join.XOR, "one holds, not both");

    private Operators() {}

    /// What can stand after a field of a kind, the usual ones first.
    static Stream<Proposal> relations(FieldKind kind) {
        if (kind == FieldKind.LABEL) {
            return Stream.empty();
        }
        Stream<Proposal> relations =
                (kind.isOctets() ? ofOctets() : ofNumbers())
                        .stream().map(r -> operator(r.text(), MEANINGS.getOrDefault(r, "")));
        return Stream.concat(
                relations,
                Stream.of(
                        operator("in {", "one value is among these"),
                        operator("not in {", "no value is among these")));
    }

    private static List<Relation> ofOctets() {
        return List.of(
                Relation.ANY_EQUAL,
                Relation.ALL_UNEQUAL,
                Relation.CONTAINS,
                Relation.MATCHES,
                Relation.ALL_EQUAL,
                Relation.ANY_UNEQUAL,
                Relation.GREATER,
                Relation.GREATER_EQUAL,
                Relation.LESS,
                Relation.LESS_EQUAL);
    }

    private static List<Relation> ofNumbers() {
        return Arrays.stream(Relation.values())
                .filter(r -> r != Relation.CONTAINS && r != Relation.MATCHES)
                .toList();
    }

    /// After a field and `not`.
    static Stream<Proposal> within() {
        return Stream.of(operator("in {", "no value is among these"));
    }

    /// Before a condition.
    static Stream<Proposal> before() {
        return Stream.of(
                operator("not", "the contrary of the condition"),
                operator("any", "the comparison holds for one value at least"),
                operator("all", "the comparison holds for every value"));
    }

    /// Between conditions.
    static Stream<Proposal> joins() {
        return Stream.of(Join.AND, Join.OR, Join.XOR)
                .map(j -> new Proposal(j.text(), What.JOIN, "", JOINS.getOrDefault(j, "")));
    }

    /// Other ways to write an operator.
    static Stream<String> spellings(Proposal proposal) {
        return switch (proposal.what()) {
            case JOIN ->
                    switch (proposal.text()) {
                        case "&&" -> Stream.of("and");
                        case "||" -> Stream.of("or");
                        default -> Stream.of("xor");
                    };
            case OPERATOR ->
                    Arrays.stream(Relation.values())
                            .filter(r -> r.text().equals(proposal.text()))
                            .flatMap(r -> r.spellings().stream());
            case FIELD, FUNCTION, VALUE -> Stream.empty();
        };
    }

    private static Proposal operator(String text, String meaning) {
        return new Proposal(text, What.OPERATOR, "", meaning);
    }
}
