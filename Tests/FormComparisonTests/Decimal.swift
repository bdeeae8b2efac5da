import FormModel

/// Numbers of forms; Foundation has a type of the same name, which the module's own stands before.
typealias Decimal = FormModel.Decimal
