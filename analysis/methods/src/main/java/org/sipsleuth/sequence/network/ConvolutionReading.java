package org.sipsleuth.sequence.network;

/// A dialog on its way through a [ConvolutionNetwork].
///
/// Windows whose three messages are all there are summed once; a message more costs the window it
/// is in, and the table of what the padding adds.
final class ConvolutionReading implements Reading {

    private final ConvolutionNetwork network;
    private final float[] sum;
    private final Active complete;
    private final Active open;
    private final Output output;
    private int observed;
    private int previous;
    private int last;

    ConvolutionReading(ConvolutionNetwork network) {
        int filters = network.settings().filters();
        this.network = network;
        this.sum = network.bias().clone();
        this.complete = new Active(network.windows() * filters);
        this.open = new Active(filters);
        this.output = new Output(network.classes());
    }

    @Override
    public void next(int symbol) {
        network.size().checkSymbol(symbol);
        if (observed < network.length()) {
            if (observed >= 2 && observed % 2 == 0) {
                network.activate(observed / 2 - 1, previous, last, symbol, complete);
            }
            previous = last;
            last = symbol;
        }
        observed++;
    }

    @Override
    public int observed() {
        return observed;
    }

    @Override
    public Output output() {
        int used = Math.min(observed, network.length());
        float[] logits = output.logits();
        complete.addTo(sum, network.dense());
        complete.clear();
        System.arraycopy(sum, 0, logits, 0, logits.length);
        int window = (used - 1) / 2;
        int padding = Math.min(network.windows(), (used + 1) / 2);
        if (window < padding) {
            open.clear();
            if (used % 2 == 1) {
                network.activate(window, last, 0, 0, open);
            } else {
                network.activate(window, previous, last, 0, open);
            }
            open.addTo(logits, network.dense());
        }
        add(network.tail(padding), logits);
        output.finish();
        return output;
    }

    private static void add(float[] tail, float[] logits) {
        for (int j = 0; j < logits.length; j++) {
            logits[j] = logits[j] + tail[j];
        }
    }

    @Override
    public Reading copy() {
        ConvolutionReading copy = new ConvolutionReading(network);
        System.arraycopy(sum, 0, copy.sum, 0, sum.length);
        copy.complete.set(complete);
        copy.observed = observed;
        copy.previous = previous;
        copy.last = last;
        return copy;
    }

    @Override
    public void restart() {
        System.arraycopy(network.bias(), 0, sum, 0, sum.length);
        complete.clear();
        observed = 0;
    }
}
