package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// House rules that no off-the-shelf checker enforces. Each failure names a file and says what to do.
class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void everyPublicTypeAndEveryPackageSaysWhatItIs() throws IOException {
        List<String> undocumented = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(MAIN)) {
            List<Path> javaFiles =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(javaFiles));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree declaration : unit.getTypeDecls()) {
                    if (declaration instanceof ClassTree type
                            && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                            && docs.getDocComment(TreePath.getPath(unit, type)) == null) {
                        undocumented.add(unit.getSourceFile().getName());
                    }
                }
                boolean isPackageInfo = unit.getSourceFile().getName().endsWith("package-info.java");
                if (isPackageInfo && docs.getDocComment(TreePath.getPath(unit, unit.getPackage())) == null) {
                    undocumented.add(unit.getSourceFile().getName());
                }
            }
        }
        assertThat(undocumented)
                .as("files whose public type or package lacks a doc comment")
                .isEmpty();
    }
}
