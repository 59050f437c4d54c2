package org.sipsleuth.sequence.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// The recurrent network of the paper's Table 5: an LSTM that reads the messages and then the
/// padding, and a dense layer with softmax over what it remembers at the end.
///
/// The four parts of a row of its weights stand in the order candidate, forget, output, input.
public final class RecurrentNetwork implements Network {

    private static final int GATES = 4;

    private final RecurrentSettings settings;
    private final NetworkSize size;
    private final List<NamedWeights> weights;
    private final int units;
    private final float[][] input;
    private final DenseRows hidden;
    private final DenseRows dense;
    private final float[] bias;
    private final int[] all;

    RecurrentNetwork(RecurrentSettings settings, NetworkSize size, List<NamedWeights> weights) {
        this.settings = settings;
        this.size = size;
        this.weights = weights;
        this.units = settings.unitsFor(size.classes());
        this.input = input(weights.getFirst().rows(), weights.get(2).values());
        this.hidden = new DenseRows(weights.get(1).rows());
        this.dense = new DenseRows(weights.get(3).rows());
        this.bias = weights.getLast().values();
        this.all = new int[units];
        Arrays.setAll(all, i -> i);
    }

    static List<WeightShape> shapes(RecurrentSettings settings, NetworkSize size) {
        int units = settings.unitsFor(size.classes());
        int gates = GATES * units;
        return List.of(
                WeightShape.of("recurrent.input", size.symbols(), gates),
                WeightShape.of("recurrent.hidden", units, gates),
                WeightShape.of("recurrent.bias", gates),
                WeightShape.of("dense.weights", units, size.classes()),
                WeightShape.of("dense.bias", size.classes()));
    }

    /// The weights of each symbol with the bias; last the row of no symbol at all.
    private static float[][] input(float[][] rows, float[] bias) {
        float[][] input = Arrays.copyOf(rows, rows.length + 1);
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] += bias[j];
            }
        }
        input[rows.length] = bias;
        return input;
    }

    /// One message more.
    ///
    /// @param state what is remembered, changed here
    /// @param sums four values for each unit, written here
    void step(int symbol, RecurrentState state, float[] sums) {
        System.arraycopy(input[symbol < 0 ? size.symbols() : symbol], 0, sums, 0, sums.length);
        hidden.add(sums, all, state.hidden(), units);
        state.take(sums);
    }

    /// The padding after the last message, and the dense layer.
    void readOut(int taken, RecurrentState state, float[] sums, Output output) {
        for (int i = taken; i < size.length(); i++) {
            step(0, state, sums);
        }
        System.arraycopy(bias, 0, output.logits(), 0, bias.length);
        dense.add(output.logits(), all, state.hidden(), units);
        output.finish();
    }

    int units() {
        return units;
    }

    NetworkSize size() {
        return size;
    }

    @Override
    public int classes() {
        return size.classes();
    }

    @Override
    public int length() {
        return size.length();
    }

    @Override
    public int symbols() {
        return size.symbols();
    }

    @Override
    public RecurrentSettings settings() {
        return settings;
    }

    @Override
    public List<NamedWeights> weights() {
        return weights;
    }

    @Override
    public Reading read() {
        return new RecurrentReading(this);
    }

    @Override
    public void outputs(List<int[]> sequences, ObjIntConsumer<Output> use) {
        Reading reading = read();
        for (int i = 0; i < sequences.size(); i++) {
            reading.restart();
            for (int symbol : sequences.get(i)) {
                reading.next(symbol);
            }
            use.accept(reading.output(), i);
        }
    }
}
