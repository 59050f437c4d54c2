package org.sipsleuth.filter.compile;

import java.util.function.LongPredicate;
import org.sipsleuth.filter.field.Column;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;

/// Questions about the values of one part of a source. The answer has three ways: there are no
/// values, they hold, or they do not.
final class PartTests {

    static final byte UNKNOWN = 0;
    static final byte ABSENT = 1;
    static final byte FAILS = 2;
    static final byte HOLDS = 3;

    /// A question with three answers.
    interface PartTest {

        /// [#ABSENT], [#FAILS] or [#HOLDS].
        byte answer(Context context);

        int cost();
    }

    private PartTests() {}

    /// Asks each value.
    ///
    /// @param all whether all must hold, or one
    static PartTest direct(Source.Part part, ValueTest test, boolean all) {
        return new PartTest() {
            @Override
            public byte answer(Context context) {
                Values values = new Values();
                part.reading().read(context, values);
                return answer(context, values);
            }

            private byte answer(Context context, Values values) {
                for (int i = 0; i < values.size(); i++) {
                    if (test.holds(context, values.get(i)) != all) {
                        return all ? FAILS : HOLDS;
                    }
                }
                return values.isEmpty() ? ABSENT : all ? HOLDS : FAILS;
            }

            @Override
            public int cost() {
                return part.basis().cost();
            }
        };
    }

    /// Asks for each key once.
    ///
    /// @param slot where the answers are kept
    static PartTest remembered(PartTest test, ValueDependency basis, int slot) {
        return new PartTest() {
            @Override
            public byte answer(Context context) {
                byte[] answers = context.answers(slot);
                int key = basis.key(context.row().messages(), context.row().message());
                byte known = answers[key];
                if (known != UNKNOWN) {
                    return known;
                }
                byte answer = test.answer(context);
                answers[key] = answer;
                return answer;
            }

            @Override
            public int cost() {
                return basis.cost();
            }
        };
    }

    /// Asks a column.
    static PartTest column(Column column, LongPredicate test) {
        return new PartTest() {
            @Override
            public byte answer(Context context) {
                long number = column.get(context.row().messages(), context.row().message());
                if (number == Column.NONE) {
                    return ABSENT;
                }
                return test.test(number) ? HOLDS : FAILS;
            }

            @Override
            public int cost() {
                return ValueDependency.ROW.cost();
            }
        };
    }

    /// One answer of all parts: whether one holds, or all that have values.
    static Test combined(PartTest[] parts, boolean all) {
        int sum = 0;
        for (PartTest part : parts) {
            sum += part.cost();
        }
        int cost = sum;
        return new Test() {
            @Override
            public boolean holds(Context context) {
                boolean isTrue = false;
                for (PartTest part : parts) {
                    byte answer = part.answer(context);
                    if (answer == (all ? FAILS : HOLDS)) {
                        return !all;
                    }
                    isTrue |= answer == HOLDS;
                }
                return isTrue;
            }

            @Override
            public int cost() {
                return cost;
            }
        };
    }
}
