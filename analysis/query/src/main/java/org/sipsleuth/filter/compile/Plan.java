package org.sipsleuth.filter.compile;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.regex.BytePattern;
import org.sipsleuth.filter.syntax.Expression;
import org.sipsleuth.filter.syntax.FilterSyntaxException;

/// An expression compiled. Immutable; may run over several indexes, by several threads.
public final class Plan {

    private final Test test;
    private final List<ValueDependency> slots;
    private final List<BytePattern> patterns;

    private Plan(Test test, Slots slots) {
        this.test = test;
        this.slots = List.copyOf(slots.bases);
        this.patterns = List.copyOf(slots.patterns);
    }

    /// What the tests of a plan share while it is compiled.
    static final class Slots {
        private final List<ValueDependency> bases = new ArrayList<>();
        private final List<BytePattern> patterns = new ArrayList<>();

        /// A place for answers by the keys of a basis.
        int answers(ValueDependency basis) {
            bases.add(basis);
            return bases.size() - 1;
        }

        /// A place for the automaton of a pattern.
        int pattern(BytePattern pattern) {
            patterns.add(pattern);
            return patterns.size() - 1;
        }
    }

    /// Compiles an expression.
    ///
    /// @param text what it was read from
    /// @throws FilterSyntaxException if it names what is not there, or compares what cannot be
    public static Plan of(Expression expression, FieldCatalog catalog, String text) throws FilterSyntaxException {
        Slots slots = new Slots();
        Test test = new ExpressionCompiler(catalog, slots, text).compile(expression);
        return new Plan(test, slots);
    }

    /// Whether it asks the text of messages, not only columns.
    public boolean asksText() {
        return test.cost() >= ValueDependency.TEXT.cost();
    }

    /// Begins a run over an index.
    public Run run(SipIndex index) {
        byte[][] answers = new byte[slots.size()][];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = new byte[slots.get(i).keys(index)];
        }
        return new Run(index, answers);
    }

    /// One run over an index, for several threads.
    public final class Run {
        private final SipIndex index;
        private final byte[][] answers;

        private Run(SipIndex index, byte[][] answers) {
            this.index = index;
            this.answers = answers;
        }

        /// Asks messages, for one thread.
        public Asker asker() {
            return new Asker(new Context(new Row(index), answers, patterns));
        }
    }

    /// Asks one message after the other.
    public final class Asker {
        private final Context context;

        private Asker(Context context) {
            this.context = context;
        }

        /// Whether the message fits the filter.
        public boolean holds(int message) {
            context.row().move(message);
            return test.holds(context);
        }
    }
}
