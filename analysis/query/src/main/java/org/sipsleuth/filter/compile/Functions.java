package org.sipsleuth.filter.compile;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Value.Octets;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand;
import org.sipsleuth.filter.syntax.Operand.Call;
import org.sipsleuth.word.Suggestions;

/// The functions of filters.
public final class Functions {

    private static final double NANOS = 1e9;

    /// One function.
    public enum Function {
        LEN("length of a value in bytes"),
        COUNT("number of values of a field in the message"),
        LOWER("text in lower case"),
        UPPER("text in upper case"),
        STRING("a number or an address as text"),
        MAX("the maximum"),
        MIN("the minimum"),
        ABS("the absolute value");

        private final String description;

        Function(String description) {
            this.description = description;
        }

        /// The name as written.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Its result, as shown in help texts.
        public String description() {
            return description;
        }
    }

    private Functions() {}

    /// What the values of a call are.
    ///
    /// @param argument what those of its arguments are
    static FieldKind kind(Call call, @Nullable FieldKind argument) throws FilterSyntaxException {
        Function function = function(call);
        if (call.arguments().isEmpty()) {
            throw new FilterSyntaxException("expected a field between the parentheses of " + call.name(), call.place());
        }
        if (call.arguments().size() > 1 && function != Function.MAX && function != Function.MIN) {
            throw new FilterSyntaxException(call.name() + " has one argument", call.arguments().get(1).place());
        }
        if (argument == null) {
            throw new FilterSyntaxException("expected a field between the parentheses of " + call.name(),
                    call.arguments().getFirst().place());
        }
        boolean fits = switch (function) {
            case LEN -> argument.isOctets();
            case LOWER, UPPER -> argument == FieldKind.TEXT;
            case ABS -> argument.isNumber() && argument != FieldKind.MOMENT;
            case STRING -> !argument.isOctets() && argument != FieldKind.LABEL;
            case MAX, MIN -> argument.isNumber();
            case COUNT -> true;
        };
        if (!fits) {
            throw new FilterSyntaxException(call.name() + " does not take " + argument.text(),
                    call.arguments().getFirst().place());
        }
        return switch (function) {
            case LEN, COUNT -> FieldKind.WHOLE;
            case LOWER, UPPER, STRING -> FieldKind.TEXT;
            case MAX, MIN, ABS -> argument;
        };
    }

    private static Function function(Call call) throws FilterSyntaxException {
        List<String> names = new ArrayList<>();
        for (Function function : Function.values()) {
            if (function.text().equals(call.name())) {
                return function;
            }
            names.add(function.text());
        }
        List<String> near = Suggestions.to(call.name(), names, 1);
        throw new FilterSyntaxException(
                "there is no function \"" + call.name() + "\"; available: " + String.join(", ", names),
                call.namePlace(), near.isEmpty() ? "" : near.getFirst());
    }

    static Source compile(Call call, OperandCompiler operands, @Nullable FieldKind argument)
            throws FilterSyntaxException {
        FieldKind kind = kind(call, argument);
        Function function = function(call);
        List<Source> sources = new ArrayList<>();
        for (Operand operand : call.arguments()) {
            Source source = operands.compile(operand, argument);
            if (source.kind() != argument) {
                throw new FilterSyntaxException("all arguments of " + call.name() + " must be of the same kind",
                        operand.place());
            }
            sources.add(source);
        }
        FieldKind of = sources.getFirst().kind();
        return Source.calculated(kind, sources, (context, values) -> {
            Values arguments = new Values();
            for (Source source : sources) {
                source.read(context, arguments);
            }
            if (!arguments.isEmpty()) {
                apply(function, of, arguments, values);
            }
        });
    }

    private static void apply(Function function, FieldKind kind, Values arguments, Values values) {
        switch (function) {
            case COUNT -> values.whole(arguments.size());
            case MAX -> values.add(arguments.list().stream().max(ValueOrder::compare).orElseThrow());
            case MIN -> values.add(arguments.list().stream().min(ValueOrder::compare).orElseThrow());
            case LEN, LOWER, UPPER, STRING, ABS -> {
                for (Value value : arguments.list()) {
                    values.add(each(function, kind, value));
                }
            }
        }
    }

    private static Value each(Function function, FieldKind kind, Value value) {
        return switch (function) {
            case LEN -> new Value.Whole(value instanceof Octets octets ? octets.length() : 0);
            case LOWER -> cased((Octets) value, false);
            case UPPER -> cased((Octets) value, true);
            case ABS -> value instanceof Value.Whole whole ? new Value.Whole(Math.abs(whole.number()))
                    : new Value.Real(Math.abs(((Value.Real) value).number()));
            case STRING -> Octets.of(text(kind, value));
            case COUNT, MAX, MIN -> throw new IllegalArgumentException(function + " is of all values");
        };
    }

    /// Letters of ASCII only; others have no place in what identifies things in SIP.
    private static Value cased(Octets text, boolean upper) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            byte b = text.array()[text.from() + i];
            boolean other = upper ? b >= 'a' && b <= 'z' : b >= 'A' && b <= 'Z';
            bytes[i] = (byte) (other ? b ^ 0x20 : b);
        }
        return new Octets(bytes, 0, bytes.length);
    }

    private static String text(FieldKind kind, Value value) {
        return switch (value) {
            case Value.Whole whole -> kind == FieldKind.SPAN || kind == FieldKind.MOMENT ? seconds(whole.number())
                    : Long.toString(whole.number());
            case Value.Real real -> Double.toString(real.number());
            case Octets octets -> kind.isAddress() ? address(octets) : octets.text();
        };
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.9f", nanos / NANOS);
    }

    private static String address(Octets octets) {
        byte[] bytes = new byte[octets.length()];
        System.arraycopy(octets.array(), octets.from(), bytes, 0, bytes.length);
        try {
            return new Endpoint(InetAddress.getByAddress(bytes), 0).host();
        } catch (UnknownHostException none) {
            return "";
        }
    }
}
