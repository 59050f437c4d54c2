package org.sipsleuth.filter.field;

import java.util.ArrayList;
import java.util.List;

/// The values of a field in one message, in their order; filled again for each message.
public final class Values {

    private final List<Value> values = new ArrayList<>();

    /// Forgets all.
    public void clear() {
        values.clear();
    }

    public int size() {
        return values.size();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Value get(int i) {
        return values.get(i);
    }

    /// All of them; changes with this.
    public List<Value> list() {
        return values;
    }

    public void add(Value value) {
        values.add(value);
    }

    /// Adds a whole number, a truth or a time in ns.
    public void whole(long number) {
        values.add(new Value.Whole(number));
    }

    /// Adds a number with a fraction.
    public void real(double number) {
        values.add(new Value.Real(number));
    }

    /// Adds a piece of an array, which must not change after that.
    public void octets(byte[] array, int from, int to) {
        values.add(new Value.Octets(array, from, to));
    }

    /// Adds a text.
    public void text(String text) {
        values.add(Value.Octets.of(text));
    }
}
