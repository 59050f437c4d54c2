package org.sipsleuth.training;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A gated recurrent unit: DL4J has no layer of it, the gradient of ND4J's own operation is wrong
/// for two steps or more, and SameDiff prints to the standard output. Yields what it remembers
/// after the last step. Its gradient is written by hand ([GruPass]).
final class GruLayer extends FeedForwardLayer {

    private static final long serialVersionUID = 1;

    GruLayer(int inputs, int units) {
        setNIn(inputs);
        setNOut(units);
    }

    @Override
    public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int index,
            INDArray parameters, boolean initialise, DataType type) {
        GruPass pass = new GruPass(conf, type);
        pass.setListeners(listeners);
        pass.setIndex(index);
        pass.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(conf, parameters, initialise);
        pass.setParamTable(table);
        pass.setConf(conf);
        return pass;
    }

    @Override
    public ParamInitializer initializer() {
        return new GruParameters(getNIn(), getNOut());
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return InputType.feedForward(getNOut());
    }

    /// The sizes are known already.
    @Override
    public void setNIn(InputType inputType, boolean override) {
        // nothing to set
    }

    /// The input is not turned into anything else.
    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return new LayerMemoryReport.Builder(getLayerName(), GruLayer.class, inputType, getOutputType(0, inputType))
                .standardMemory(initializer().numParams(this), initializer().numParams(this))
                .build();
    }
}
