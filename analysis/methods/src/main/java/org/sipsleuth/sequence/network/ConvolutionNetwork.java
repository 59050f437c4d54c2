package org.sipsleuth.sequence.network;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.sipsleuth.neural.DenseRows;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// The convolutional network of the paper's Table 4: filters over two neighbouring messages, the
/// larger of each two places, and a dense layer with softmax.
///
/// A convolution of one-hot rows is two table look-ups. Only filters that answer go through the
/// dense layer, and what the padding after the last message adds is kept in a table.
public final class ConvolutionNetwork implements Network {

    private static final int KERNEL = 2;
    private static final int POOL = 2;

    private final ConvolutionSettings settings;
    private final NetworkSize size;
    private final List<NamedWeights> weights;
    private final float[][] first;
    private final float[][] second;
    private final DenseRows dense;
    private final float[] bias;
    private final float[][] tails;

    ConvolutionNetwork(ConvolutionSettings settings, NetworkSize size, List<NamedWeights> weights) {
        this.settings = settings;
        this.size = size;
        this.weights = weights;
        float[][] kernel = weights.getFirst().rows();
        this.first = table(kernel, 0, weights.get(1).values());
        this.second = table(kernel, size.symbols(), new float[settings.filters()]);
        this.dense = new DenseRows(weights.get(2).rows());
        this.bias = weights.getLast().values();
        this.tails = tails();
    }

    static List<WeightShape> shapes(ConvolutionSettings settings, NetworkSize size) {
        int filters = settings.filters();
        return List.of(WeightShape.of("convolution.weights", KERNEL, size.symbols(), filters),
                WeightShape.of("convolution.bias", filters),
                WeightShape.of("dense.weights", size.length() / POOL * filters, size.classes()),
                WeightShape.of("dense.bias", size.classes()));
    }

    /// The weights for each symbol at one of the two places of a filter, and the bias; last the row
    /// of no symbol at all.
    private float[][] table(float[][] kernel, int firstRow, float[] bias) {
        float[][] table = new float[size.symbols() + 1][];
        for (int symbol = 0; symbol < size.symbols(); symbol++) {
            table[symbol] = kernel[firstRow + symbol];
            for (int filter = 0; filter < bias.length; filter++) {
                table[symbol][filter] += bias[filter];
            }
        }
        table[size.symbols()] = bias.clone();
        return table;
    }

    /// What windows of padding add, from each one on to the last.
    private float[][] tails() {
        Active active = new Active(settings.filters());
        float[][] tails = new float[windows() + 1][];
        tails[windows()] = new float[size.classes()];
        for (int window = windows() - 1; window >= 0; window--) {
            tails[window] = tails[window + 1].clone();
            active.clear();
            activate(window, 0, 0, 0, active);
            active.addTo(tails[window], dense);
        }
        return tails;
    }

    /// Adds the filters that answer to the messages of a window.
    ///
    /// @param a the symbol at its first place, 0 for padding
    /// @param b the symbol after it
    /// @param c the one after that, which the window sees unless the sequence ends before
    void activate(int window, int a, int b, int c, Active active) {
        boolean ends = POOL * window + POOL >= size.length();
        float[] firstA = first[row(a)];
        float[] firstB = first[row(b)];
        float[] secondB = second[row(b)];
        float[] secondC = second[ends ? size.symbols() : row(c)];
        int base = window * firstA.length;
        for (int filter = 0; filter < firstA.length; filter++) {
            float value = Math.max(firstA[filter] + secondB[filter], firstB[filter] + secondC[filter]);
            if (value > 0) {
                active.add(base + filter, value);
            }
        }
    }

    private int row(int symbol) {
        return symbol < 0 ? size.symbols() : symbol;
    }

    int windows() {
        return size.length() / POOL;
    }

    NetworkSize size() {
        return size;
    }

    DenseRows dense() {
        return dense;
    }

    float[] bias() {
        return bias;
    }

    float[] tail(int window) {
        return tails[window];
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
    public ConvolutionSettings settings() {
        return settings;
    }

    @Override
    public List<NamedWeights> weights() {
        return weights;
    }

    @Override
    public Reading read() {
        return new ConvolutionReading(this);
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
