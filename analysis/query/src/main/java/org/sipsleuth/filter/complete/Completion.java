package org.sipsleuth.filter.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.filter.compile.Functions.Function;
import org.sipsleuth.filter.complete.Proposal.What;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.syntax.Caret;

/// Completes a filter at the caret.
public final class Completion {

    /// No place in what is typed.
    private static final int NOWHERE = Integer.MAX_VALUE;

    /// The rank of what has the typed word within one of its words.
    private static final int WITHIN = 3;

    /// The rank of proposals that match only by their description.
    private static final int TOLD = 4;

    private final FieldCatalog catalog;
    private final KnownValues values;

    /// @param values those that fields are known to have
    public Completion(FieldCatalog catalog, KnownValues values) {
        this.catalog = catalog;
        this.values = values;
    }

    /// Proposals at a caret, the likeliest first; nothing where nothing can be known.
    public Proposals at(String text, int caret) {
        Caret at = Caret.of(text, caret);
        Stream<Proposal> all = switch (at.expected()) {
            case OPERAND -> operands();
            case RELATION -> Stream.concat(relations(kind(at)), joins());
            case MEMBERSHIP -> Operators.within();
            case VALUE -> Stream.concat(values(at), sameKind(at));
            case SET -> Stream.of(new Proposal("{", What.OPERATOR, "", "a set"));
            case ELEMENT -> values(at);
            case JOIN -> joins();
            case NOTHING -> Stream.empty();
        };
        return new Proposals(at.place(), matching(all.toList(), at.typed()));
    }

    private Stream<Proposal> operands() {
        Stream<Proposal> fields = catalog.fields().stream().map(Completion::field);
        Stream<Proposal> functions =
                Stream.of(Function.values()).map(f -> new Proposal(f.text() + "(", What.FUNCTION, "", f.description()));
        return Stream.of(fields, functions, Operators.before()).flatMap(s -> s);
    }

    private static Proposal field(Field field) {
        return new Proposal(field.name(), What.FIELD, field.kind().text(), field.description());
    }

    private Optional<FieldKind> kind(Caret at) {
        Optional<FieldKind> kind = catalog.find(at.operand()).map(Field::kind);
        return switch (at.function()) {
            case "len", "count" -> Optional.of(FieldKind.WHOLE);
            case "lower", "upper", "string" -> Optional.of(FieldKind.TEXT);
            default -> kind;
        };
    }

    private static Stream<Proposal> relations(Optional<FieldKind> kind) {
        return Operators.relations(kind.orElse(FieldKind.TEXT));
    }

    private static Stream<Proposal> joins() {
        return Operators.joins();
    }

    private Stream<Proposal> values(Caret at) {
        boolean isPlain = at.function().isEmpty();
        return catalog.find(at.operand())
                .filter(_ -> isPlain)
                .stream()
                .flatMap(field -> values.of(field).stream())
                .map(value -> new Proposal(value, What.VALUE, "", ""));
    }

    /// Other fields are compared with now and then: they are offered when a letter of them is
    /// typed.
    private Stream<Proposal> sameKind(Caret at) {
        if (at.typed().isEmpty() || at.typed().startsWith("\"")) {
            return Stream.empty();
        }
        Optional<FieldKind> kind = kind(at);
        return catalog.fields()
                .stream()
                .filter(field -> kind.filter(field.kind()::equals).isPresent())
                .map(Completion::field);
    }

    private static List<Proposal> matching(List<Proposal> all, String typed) {
        record Ranked(Proposal proposal, int rank) {}
        String word = typed.toLowerCase(Locale.ROOT);
        List<Ranked> ranked = new ArrayList<>();
        for (Proposal proposal : all) {
            int rank = rank(proposal, word);
            if (rank < NOWHERE) {
                ranked.add(new Ranked(proposal, rank));
            }
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank)); // stable: the catalog's order stays
        return ranked.stream().limit(Proposals.MOST).map(Ranked::proposal).toList();
    }

    private static int rank(Proposal proposal, String word) {
        if (word.isEmpty()) {
            return 0;
        }
        String text = proposal.text().toLowerCase(Locale.ROOT);
        boolean begins = text.startsWith(word) || Operators.spellings(proposal).anyMatch(s -> s.startsWith(word));
        if (begins) {
            return text.length() == word.length() ? 0 : 1;
        }
        String bare = word.startsWith("\"") ? word.substring(1) : word;
        int at = bare.isEmpty() ? -1 : text.indexOf(bare);
        if (at > 0) {
            return Character.isLetterOrDigit(text.charAt(at - 1)) ? WITHIN : 2;
        }
        boolean isReported = proposal.what() == What.FIELD && word.length() > 2
                && proposal.description().toLowerCase(Locale.ROOT).contains(word);
        return isReported ? TOLD : NOWHERE;
    }
}
