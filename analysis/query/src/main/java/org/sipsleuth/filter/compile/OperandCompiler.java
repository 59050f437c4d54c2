package org.sipsleuth.filter.compile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand;
import org.sipsleuth.filter.syntax.Operand.Calculation;
import org.sipsleuth.filter.syntax.Operand.Call;
import org.sipsleuth.filter.syntax.Operand.CharacterCode;
import org.sipsleuth.filter.syntax.Operand.Negative;
import org.sipsleuth.filter.syntax.Operand.Slice;
import org.sipsleuth.filter.syntax.Operand.Text;
import org.sipsleuth.filter.syntax.Operand.Word;

/// Compiles operands into sources of values.
final class OperandCompiler {

    private final FieldCatalog catalog;

    OperandCompiler(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    /// What the values of an operand are; null for one that is made of literals only, which mean
    /// what is compared with them.
    @Nullable
    FieldKind kindOf(Operand operand) throws FilterSyntaxException {
        return switch (operand) {
            case Word word -> {
                Field field = field(word);
                yield field == null ? null : field.kind();
            }
            case Text text -> null;
            case CharacterCode character -> null;
            case Call call -> Functions.kind(call, argument(call));
            case Slice slice -> kindOf(slice.of()) == null ? null : FieldKind.BYTES;
            case Calculation calculation -> {
                FieldKind left = kindOf(calculation.left());
                FieldKind right = kindOf(calculation.right());
                yield left == null && right == null ? null : Calculations.kind(calculation, left, right);
            }
            case Negative negative -> kindOf(negative.of());
        };
    }

    private @Nullable FieldKind argument(Call call) throws FilterSyntaxException {
        FieldKind kind = null;
        for (Operand argument : call.arguments()) {
            kind = kind == null ? kindOf(argument) : kind;
        }
        return kind;
    }

    /// The field that a word names; null if it is a value.
    private @Nullable Field field(Word word) throws FilterSyntaxException {
        String name = word.text().startsWith(".") ? word.text().substring(1) : word.text();
        Optional<Field> field = catalog.find(name);
        if (field.isEmpty() && isMeantAsField(name)) {
            throw noField(word);
        }
        return field.orElse(null);
    }

    /// Whether a word begins as fields do, so that it is rather a mistake than a value.
    private boolean isMeantAsField(String word) {
        int dot = word.indexOf('.');
        boolean named = dot > 0 && Character.isLetter(word.charAt(0)) && dot + 1 < word.length()
                && Character.isLetter(word.charAt(dot + 1));
        String prefix = named ? word.substring(0, dot + 1) : "";
        return named && catalog.fields().stream().anyMatch(field -> field.name().startsWith(prefix));
    }

    /// Refuses a value that a field no longer has: a comparison with it would find nothing,
    /// in silence.
    void refuseWithdrawn(Operand field, Operand value) throws FilterSyntaxException {
        Optional<String> written = switch (value) {
            case Word word when field(word) == null -> Optional.of(word.text());
            case Text text -> Optional.of(text.bytes());
            default -> Optional.empty();
        };
        Field its = field instanceof Word word ? field(word) : null;
        if (its != null && written.isPresent() && its.withdrawn().containsKey(written.get())) {
            throw new FilterSyntaxException(its.withdrawn().getOrDefault(written.get(), ""), value.place());
        }
    }

    /// The operand is no field, but had to be one.
    FilterSyntaxException noField(Operand operand) {
        if (operand instanceof Word word && Character.isLetter(word.text().codePointAt(0))) {
            List<String> near = catalog.nearest(word.text());
            return new FilterSyntaxException("there is no field \"" + word.text() + "\"" + hint(word.text()),
                    word.place(), near.isEmpty() ? "" : near.getFirst());
        }
        return new FilterSyntaxException("expected a field on one side of the comparison", operand.place());
    }

    private static String hint(String word) {
        return word.matches(".*-[0-9]+") ? "; to subtract, write blanks around the minus" : "";
    }

    /// The source of an operand.
    ///
    /// @param expected what its literals are, if it is made of such
    Source compile(Operand operand, @Nullable FieldKind expected) throws FilterSyntaxException {
        return switch (operand) {
            case Word word -> {
                Field field = field(word);
                yield field == null ? literal(word, expected) : Source.of(field);
            }
            case Text text -> literal(text, expected);
            case CharacterCode character -> literal(character, expected);
            case Call call -> Functions.compile(call, this, argument(call));
            case Slice slice -> Slices.compile(slice, compile(slice.of(), expected));
            case Calculation calculation -> Calculations.compile(calculation, this, expected);
            case Negative negative -> Calculations.negative(compile(negative.of(), expected), negative);
        };
    }

    private Source literal(Operand literal, @Nullable FieldKind expected) throws FilterSyntaxException {
        if (expected == null) {
            throw noField(literal);
        }
        Value value = Literals.read(literal, expected);
        return Source.constant(expected, value);
    }
}
