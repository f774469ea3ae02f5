package org.wellmet.web;

/// The address of a form that takes longer uploads than [UploadFilter#MAX_BYTES], from members only. Declared as a bean
/// by the feature that has it.
public record LongUpload(String path) {}
