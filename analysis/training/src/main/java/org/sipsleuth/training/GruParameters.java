package org.sipsleuth.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/// Where the weights of a [GruLayer] lie among those of the network. Columns are in the order
/// reset, update, candidate.
///
/// @param inputs how many numbers each step has
/// @param units the size of the memory
record GruParameters(long inputs, long units) implements ParamInitializer {

    /// Of the input, as DL4J names it; `inputs` × `3 units`.
    static final String INPUT = "W";

    /// Of the memory, as DL4J names it; `units` × `3 units`.
    static final String MEMORY = "RW";

    /// Of the sums, as DL4J names it; `3 units`, and what the memory adds to the candidate besides
    /// its weights, `units`.
    static final String BIAS = "b";

    private static final int GATES = 3;
    private static final List<String> WEIGHTS = List.of(INPUT, MEMORY);
    private static final List<String> BIASES = List.of(BIAS);
    private static final List<String> ALL = List.of(INPUT, MEMORY, BIAS);

    private long rows(String name) {
        return switch (name) {
            case INPUT -> inputs;
            case MEMORY -> units;
            default -> 1;
        };
    }

    private long columns(String name) {
        return (BIAS.equals(name) ? GATES + 1 : GATES) * units;
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return ALL.stream().mapToLong(name -> rows(name) * columns(name)).sum();
    }

    @Override
    public long numParams(Layer layer) {
        return ALL.stream().mapToLong(name -> rows(name) * columns(name)).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return ALL;
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return WEIGHTS;
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return BIASES;
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return WEIGHTS.contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return BIASES.contains(key);
    }

    /// Leaves them as they are: [Dl4jWindows] sets the first weights of all its networks alike.
    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray parameters, boolean initialise) {
        ALL.forEach(conf::addVariable);
        return parts(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradients) {
        return parts(gradients);
    }

    private Map<String, INDArray> parts(INDArray all) {
        INDArray flat = all.reshape(all.length());
        Map<String, INDArray> parts = new LinkedHashMap<>();
        long from = 0;
        for (String name : ALL) {
            long to = from + rows(name) * columns(name);
            INDArray part = flat.get(NDArrayIndex.interval(from, to));
            parts.put(name, part.reshape('f', rows(name), columns(name)));
            from = to;
        }
        return parts;
    }
}
