import FormModel

/// Numbers of forms; Foundation has a type of the same name, which the module's own stands before.
public typealias Decimal = FormModel.Decimal
