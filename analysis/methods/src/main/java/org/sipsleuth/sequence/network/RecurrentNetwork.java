package org.sipsleuth.sequence.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.sipsleuth.neural.DenseRows;
import org.sipsleuth.neural.LstmState;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// The recurrent network of the paper's Table 5: an LSTM that reads the messages and then the
/// padding, and a dense layer with softmax over what it remembers at the end.
///
/// The four parts of a row of its weights are in the order candidate, forget, output, input.
public final class RecurrentNetwork implements Network {

    private static final int GATES = LstmState.GATES;

    /// How many sequences go through it side by side: as many as the second cache holds beside the
    /// eight rows of weights that they share.
    private static final int SIDE_BY_SIDE = 32;

    private final RecurrentSettings settings;
    private final NetworkSize size;
    private final List<NamedWeights> weights;
    private final int units;
    private final float[][][] input;
    private final List<DenseRows> hidden;
    private final DenseRows dense;
    private final float[] bias;

    RecurrentNetwork(RecurrentSettings settings, NetworkSize size, List<NamedWeights> weights) {
        this.settings = settings;
        this.size = size;
        this.weights = weights;
        this.units = settings.unitsFor(size.classes());
        this.input = new float[GATES][][];
        this.hidden = weights.get(1).gates(GATES);
        for (int gate = 0; gate < GATES; gate++) {
            input[gate] = input(gate);
        }
        this.dense = new DenseRows(weights.get(3).rows());
        this.bias = weights.getLast().values();
    }

    static List<WeightShape> shapes(RecurrentSettings settings, NetworkSize size) {
        int units = settings.unitsFor(size.classes());
        int gates = Math.multiplyExact(GATES, units);
        return List.of(WeightShape.of("recurrent.input", size.symbols(), gates),
                WeightShape.of("recurrent.hidden", units, gates), WeightShape.of("recurrent.bias", gates),
                WeightShape.of("dense.weights", units, size.classes()), WeightShape.of("dense.bias", size.classes()));
    }

    /// The weights of each symbol at a gate, with the bias; last the row of no symbol at all.
    private float[][] input(int gate) {
        float[][] rows = weights.getFirst().rows(gate * units, units);
        float[] gateBias = weights.get(2).rows(gate * units, units)[0];
        for (float[] row : rows) {
            for (int k = 0; k < units; k++) {
                row[k] += gateBias[k];
            }
        }
        float[][] input = Arrays.copyOf(rows, rows.length + 1);
        input[rows.length] = gateBias;
        return input;
    }

    /// One message more, or the padding.
    void step(int symbol, LstmState state) {
        for (int gate = 0; gate < GATES; gate++) {
            begin(gate, symbol, state);
            hidden.get(gate).addAll(state.sums(gate), state.hidden());
        }
        state.step();
    }

    private void begin(int gate, int symbol, LstmState state) {
        float[] row = input[gate][symbol < 0 ? size.symbols() : symbol];
        System.arraycopy(row, 0, state.sums(gate), 0, units);
    }

    /// The dense layer over what is remembered at the end.
    void name(LstmState state, Output output) {
        System.arraycopy(bias, 0, output.logits(), 0, bias.length);
        dense.addAll(output.logits(), state.hidden());
        output.finish();
    }

    @Override
    public void outputs(List<int[]> sequences, ObjIntConsumer<Output> use) {
        sequences.forEach(size::checkSymbols);
        LstmState[] states = new LstmState[SIDE_BY_SIDE];
        Arrays.setAll(states, _ -> new LstmState(units));
        Output output = new Output(size.classes());
        for (int from = 0; from < sequences.size(); from += SIDE_BY_SIDE) {
            int count = Math.min(SIDE_BY_SIDE, sequences.size() - from);
            List<int[]> some = sequences.subList(from, from + count);
            read(some, Arrays.copyOf(states, count));
            for (int i = 0; i < count; i++) {
                name(states[i], output);
                use.accept(output, from + i);
            }
        }
    }

    /// Takes sequences side by side through messages and padding.
    private void read(List<int[]> sequences, LstmState[] states) {
        float[][] sums = new float[states.length][];
        float[][] factors = new float[states.length][];
        for (int i = 0; i < states.length; i++) {
            states[i].clear();
            factors[i] = states[i].hidden();
        }
        for (int t = 0; t < size.length(); t++) {
            for (int gate = 0; gate < GATES; gate++) {
                for (int i = 0; i < states.length; i++) {
                    int[] sequence = sequences.get(i);
                    begin(gate, t < sequence.length ? sequence[t] : 0, states[i]);
                    sums[i] = states[i].sums(gate);
                }
                hidden.get(gate).addAll(sums, factors);
            }
            for (LstmState state : states) {
                state.step();
            }
        }
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
}
