package org.sipsleuth.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// Loads the classes of the program once more, changed so that they tell [Steps] of each step.
final class CountedClasses extends ClassLoader {

    private static final String COUNTED = "org.sipsleuth.";

    private static final ClassDesc STEPS = ClassDesc.of(Steps.class.getName());
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc MOVE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc MOVE_LONG = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);
    private static final MethodTypeDesc MOVE_RANGE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int);

    /// Copy as many elements as their last argument says.
    private static final Set<String> COPIES =
            Set.of("java/lang/System.arraycopy", "java/util/Arrays.copyOf", "java/lang/foreign/MemorySegment.copy");

    /// Copies from its second last argument to its last.
    private static final String COPY_OF_RANGE = "java/util/Arrays.copyOfRange";

    CountedClasses() {
        super(CountedClasses.class.getClassLoader());
        registerAsParallelCapable();
    }

    /// The counted form of a constant.
    @SuppressWarnings("unchecked") // a job takes bytes in either form
    Consumer<byte[]> constant(Job job) {
        try {
            return (Consumer<byte[]>) loadClass(Job.class.getName()).getEnumConstants()[job.ordinal()];
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(COUNTED) || name.equals(Steps.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) {
        String resource = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(resource)) {
            ClassFile file = ClassFile.of();
            byte[] counted = file.transformClass(file.parse(Objects.requireNonNull(in, name).readAllBytes()),
                    ClassTransform.transformingMethodBodies(new Counting()));
            return defineClass(name, counted, 0, counted.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts calls of [Steps] into code.
    private static final class Counting implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            code.invokestatic(STEPS, "step", STEP);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case BranchInstruction _,TableSwitchInstruction _,LookupSwitchInstruction _ ->
                        code.invokestatic(STEPS, "step", STEP);
                case NewPrimitiveArrayInstruction _,NewReferenceArrayInstruction _ ->
                        code.dup().invokestatic(STEPS, "move", MOVE);
                case InvokeInstruction call -> beforeCall(code, call);
                default -> {
                }
            }
            code.with(element);
        }

        private static void beforeCall(CodeBuilder code, InvokeInstruction call) {
            String name = call.owner().asInternalName() + "." + call.name().stringValue();
            if (COPIES.contains(name)) {
                if (call.typeSymbol().parameterList().getLast().equals(ConstantDescs.CD_long)) {
                    code.dup2().invokestatic(STEPS, "move", MOVE_LONG);
                } else {
                    code.dup().invokestatic(STEPS, "move", MOVE);
                }
            } else if (name.equals(COPY_OF_RANGE)) {
                code.dup2().invokestatic(STEPS, "move", MOVE_RANGE);
            }
        }
    }
}
