package org.sipsleuth.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Both passes of a [GruLayer]. With the input x and the memory h of the step before:
///
/// - r = σ(x Wr + br + h Ur), z = σ(x Wz + bz + h Uz)
/// - n = tanh(x Wn + bn + r · m), with m = h Un + c
/// - the next memory is n + z · (h − n)
final class GruPass extends BaseLayer<GruLayer> {

    private static final long serialVersionUID = 1;
    private static final int RESET = 0;
    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;
    private static final int REMEMBERED = 3;

    GruPass(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /// What the backward pass needs of a step; an array has a row for each window.
    ///
    /// @param input x
    /// @param before h
    /// @param reset r
    /// @param update z
    /// @param candidate n
    /// @param remembered m
    /// @param after the next memory
    private record Step(INDArray input, INDArray before, INDArray reset, INDArray update, INDArray candidate,
            INDArray remembered, INDArray after) {}

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        return workspaces.dup(ArrayType.ACTIVATIONS, steps().getLast().after());
    }

    private List<Step> steps() {
        INDArray inputWeights = getParam(GruParameters.INPUT);
        INDArray memoryWeights = getParam(GruParameters.MEMORY);
        INDArray sumBias = bias(0, REMEMBERED);
        INDArray rememberedBias = bias(REMEMBERED, REMEMBERED + 1);
        List<Step> steps = new ArrayList<>();
        INDArray memory = Nd4j.zeros(input.dataType(), input.size(0), layerConf().getNOut());
        for (long t = 0; t < input.size(2); t++) {
            INDArray x = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t));
            INDArray ofInput = x.mmul(inputWeights).addiRowVector(sumBias);
            INDArray ofMemory = memory.mmul(memoryWeights);
            INDArray r = Transforms.sigmoid(part(ofInput, RESET).add(part(ofMemory, RESET)), false);
            INDArray z = Transforms.sigmoid(part(ofInput, UPDATE).add(part(ofMemory, UPDATE)), false);
            INDArray m = part(ofMemory, CANDIDATE).addRowVector(rememberedBias);
            INDArray n = Transforms.tanh(part(ofInput, CANDIDATE).add(r.mul(m)), false);
            INDArray after = memory.sub(n).muli(z).addi(n);
            steps.add(new Step(x, memory, r, z, n, m, after));
            memory = after;
        }
        return steps;
    }

    /// Some of the biases.
    private INDArray bias(int from, int to) {
        return columns(getParam(GruParameters.BIAS), from, to);
    }

    private INDArray part(INDArray sums, int gate) {
        return columns(sums, gate, gate + 1);
    }

    private INDArray columns(INDArray array, int fromGate, int toGate) {
        long units = layerConf().getNOut();
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(fromGate * units, toGate * units));
    }

    /// Where the gradient by some weights belongs, without any yet.
    private INDArray zeros(String name) {
        return Objects.requireNonNull(gradientViews.get(name), name).assign(0);
    }

    /// Nothing comes before this layer: no gradient by the input.
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray memoryWeights = getParam(GruParameters.MEMORY);
        INDArray ofInput = zeros(GruParameters.INPUT);
        INDArray ofMemory = zeros(GruParameters.MEMORY);
        INDArray ofBias = zeros(GruParameters.BIAS);
        INDArray ofSumBias = columns(ofBias, 0, REMEMBERED);
        INDArray ofRememberedBias = columns(ofBias, REMEMBERED, REMEMBERED + 1);
        INDArray ofAfter = epsilon;
        for (Step step : steps().reversed()) {
            INDArray z = step.update();
            INDArray r = step.reset();
            INDArray n = step.candidate();
            INDArray ofN = ofAfter.mul(z.rsub(1)).muli(n.mul(n).rsubi(1)); // before tanh
            INDArray ofZ = ofAfter.mul(step.before().sub(n)).muli(z.rsub(1)).muli(z); // before σ
            INDArray ofR = ofN.mul(step.remembered()).muli(r.rsub(1)).muli(r);
            INDArray ofM = ofN.mul(r);
            INDArray ofInputSums = Nd4j.concat(1, ofR, ofZ, ofN);
            INDArray ofMemorySums = Nd4j.concat(1, ofR, ofZ, ofM);
            ofInput.addi(step.input().transpose().mmul(ofInputSums));
            ofMemory.addi(step.before().transpose().mmul(ofMemorySums));
            ofSumBias.addi(ofInputSums.sum(true, 0));
            ofRememberedBias.addi(ofM.sum(true, 0));
            ofAfter = ofAfter.mul(z).addi(ofMemorySums.mmul(memoryWeights.transpose()));
        }
        Gradient gradient = new DefaultGradient();
        gradient.gradientForVariable().put(GruParameters.INPUT, ofInput);
        gradient.gradientForVariable().put(GruParameters.MEMORY, ofMemory);
        gradient.gradientForVariable().put(GruParameters.BIAS, ofBias);
        return new Pair<>(gradient, null);
    }
}
