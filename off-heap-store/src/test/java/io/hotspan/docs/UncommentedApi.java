package io.hotspan.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds public types, methods and constructors without a comment of Javadoc. */
final class UncommentedApi extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private final List<String> found = new ArrayList<>();
    private String typeName = "";
    private boolean isPublic = true;

    private UncommentedApi(final DocTrees trees) {
        this.trees = trees;
    }

    /** Their names, in sources that parse. */
    static List<String> in(final List<Path> sources) throws IOException {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            final JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            final UncommentedApi scanner = new UncommentedApi(DocTrees.instance(task));
            for (final CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return scanner.found;
        }
    }

    @Override
    public Void visitClass(final ClassTree type, final Void nothing) {
        final String outerName = typeName;
        final boolean wasPublic = isPublic;
        typeName =
                typeName.isEmpty()
                        ? type.getSimpleName().toString()
                        : typeName + "." + type.getSimpleName();
        isPublic &= isPublic(type.getModifiers());
        if (isPublic) {
            check(typeName);
        }
        super.visitClass(type, null);
        typeName = outerName;
        isPublic = wasPublic;
        return null;
    }

    @Override
    public Void visitMethod(final MethodTree method, final Void nothing) {
        final ModifiersTree modifiers = method.getModifiers();
        final boolean isOverride =
                modifiers.getAnnotations().stream()
                        .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        if (isPublic && isPublic(modifiers) && !isOverride && !isCompact(method)) {
            check(typeName + "." + method.getName());
        }
        return null; // what is inside of a method is no API
    }

    /** A method of an interface is public without saying so. */
    private boolean isPublic(final ModifiersTree modifiers) {
        final Tree parent = getCurrentPath().getParentPath().getLeaf();
        final boolean isInInterface =
                parent.getKind() == Tree.Kind.INTERFACE
                        || parent.getKind() == Tree.Kind.ANNOTATION_TYPE;
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || isInInterface && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    /** The checks of a record's values; the record's own comment tells of them. */
    private boolean isCompact(final MethodTree method) {
        return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                && method.getName().contentEquals("<init>");
    }

    private void check(final String name) {
        if (trees.getDocComment(getCurrentPath()) == null) {
            found.add(name);
        }
    }
}
