"""Phone numbers: shown as they were written, compared by their digits."""


def digits(number: str, region: str = "") -> str:
    """The digits to compare a number by: international (E.164, without the plus) where it can be read as one.

    ``region`` is the ISO 3166 code of the house, for numbers written without a country.
    """
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException:
        return "".join(c for c in number if c.isdigit())
    return f"{parsed.country_code}{phonenumbers.national_significant_number(parsed)}"
